import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addYears,
  dayNumber,
  dayOf,
  daysBetween,
  startOfDay,
} from '../../cloudfunctions/modules/motions/rules/days';
import { holds } from '../support/tallies';
import { inZone, ZONES } from '../support/zones';

describe('days in +08:00', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-01'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-12-20', 16, '2027-01-05'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('[PATH-4] counts from %s %i days to %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-4-1',
    '2026-04-31',
    '',
    '20260401',
    '2026-04-01T00:00',
  ])('[PATH-4] refuses %j, which is no day of the calendar', (on) => {
    expect(() => dayNumber(on)).toThrow(RangeError);
  });

  it.each(ZONES)('[CLK-8] knows the day of an instant alike in %s', (zone) => {
    inZone(zone, () => {
      // Midnight in Chengdu is 16:00 UTC of the day before.
      const midnight = Date.parse('2026-06-30T16:00:00Z');
      expect([dayOf(midnight - 1), dayOf(midnight)]).toEqual(['2026-06-30', '2026-07-01']);
      expect(startOfDay('2026-07-01')).toBe(midnight);
      // New York has no 02:30 on that day, Lord Howe moves by half an hour.
      expect(addDays('2026-03-07', 2)).toBe('2026-03-09');
      expect(dayOf(Date.parse('2026-03-08T07:30:00Z'))).toBe('2026-03-08');
    });
  });

  it('[PATH-4] goes forth and back, one day after the other', () => {
    const start = dayNumber('1920-01-01');
    holds(fc.tuple(fc.nat(70_000), fc.integer({ min: -4_000, max: 4_000 })), ([offset, days]) => {
      const on = addDays('1920-01-01', offset);
      expect(dayNumber(on)).toBe(start + offset);
      expect(addDays(addDays(on, days), -days)).toBe(on);
      expect(dayOf(startOfDay(on))).toBe(on);
      expect(dayOf(startOfDay(on) - 1)).toBe(addDays(on, -1));
    });
  });

  it('[ROLL-9] keeps the day over the years, and the month’s end for 29 February', () => {
    expect(addYears('2008-05-12', 18)).toBe('2026-05-12');
    expect(addYears('2008-02-29', 18)).toBe('2026-02-28');
    expect(addYears('2008-02-29', 20)).toBe('2028-02-29');
    expect(addYears('2008-02-28', 18)).toBe('2026-02-28');
    expect(addYears('2084-02-29', 16)).toBe('2100-02-28');
  });
});
