import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestFree } from '../../cloudfunctions/modules/bookings/rules/alternatives';
import { noShowAt, offerUntil, requestUntil } from '../../cloudfunctions/modules/bookings/rules/holds';
import { overlaps } from '../../cloudfunctions/modules/bookings/rules/overlap';
import { bookableOn, monthOf, timeRefusal, weekly } from '../../cloudfunctions/modules/bookings/rules/time';
import { instantOf, minuteOf } from '../../cloudfunctions/modules/rooms/rules/clock';
import { isOpenFor, openOn } from '../../cloudfunctions/modules/rooms/rules/hours';
import { openNow } from '../../cloudfunctions/modules/rooms/rules/open-now';
import { ruleWords } from '../../cloudfunctions/modules/rooms/rules/words';
import { HOURS, RULES } from '../support/rooms';

const HOUR = 3_600_000;
const hours = { weekly: HOURS.weekly, exceptions: [] };
const at = (text: string) => Date.parse(`${text}:00+08:00`);
const minutes = { from: fc.integer({ min: 0, max: 1439 }), length: fc.integer({ min: 1, max: 600 }) };
const taken = fc
  .record({ ...minutes, buffer: fc.integer({ min: 0, max: 60 }) })
  .map(({ from, length, buffer }) => ({ from, to: Math.min(1440, from + length), buffer }));

describe('when a door is open', () => {
  it.each([
    ['2026-03-02', 540, true],
    ['2026-03-02', 719, true],
    ['2026-03-02', 720, false],
    ['2026-03-01', 600, false],
    ['2026-12-31', 1259, true],
  ])('[ROOM-2] %s at minute %i: %s', (on, minute, open) => {
    expect(openNow(hours, on, minute).open).toBe(open);
  });

  it('[ROOM-2] goes by the last exception that names the day, and says its reason and when it opens next', () => {
    const closed = { fromOn: '2026-10-01', untilOn: '2026-10-03', periods: [], reason: '国庆节放假' };
    const short = {
      ...closed,
      untilOn: '2026-10-01',
      periods: [{ from: 600, to: 660 }],
      reason: '只开一小时',
    };
    const given = { ...hours, exceptions: [closed, short] };
    expect(openOn(given, '2026-10-01')).toEqual({ periods: [{ from: 600, to: 660 }], why: '只开一小时' });
    // The 4th is a Sunday.
    expect(openNow(given, '2026-10-03', 600).words).toBe('今天休息（国庆节放假），10月5日 周一 9:00 开门');
    const forGood = { ...hours, exceptions: [{ ...closed, untilOn: null }] };
    expect(openNow(forGood, '2030-01-07', 600).words).toContain('最近两周不开门');
    expect(openOn(forGood, '2026-09-30').why).toBeNull();
  });

  it('[ROOM-3] lets a booking go over the seam of two periods that touch, to the end and to midnight', () => {
    const late = {
      weekly: HOURS.weekly.map(() => [
        { from: 1200, to: 1440 },
        { from: 1080, to: 1200 },
      ]),
      exceptions: [],
    };
    const { periods } = openOn(late, '2026-03-31');
    expect(periods).toEqual([{ from: 1080, to: 1440 }]);
    expect(isOpenFor(periods, { from: 1320, to: 1440 })).toBe(true);
    expect(isOpenFor(periods, { from: 1050, to: 1140 })).toBe(false);
  });

  it('[ROOM-3] [CLK-8] counts days and minutes in +08:00, whatever the machine’s zone', () => {
    expect(minuteOf(at('2026-03-31T23:59'))).toEqual({ on: '2026-03-31', minute: 1439 });
    expect(minuteOf(at('2026-04-01T00:00'))).toEqual({ on: '2026-04-01', minute: 0 });
    expect(instantOf('2026-03-31', 1440)).toBe(at('2026-04-01T00:00'));
  });

  it('[ROOM-4] says its rules in sentences', () => {
    expect(ruleWords({ ...RULES, quota: 4, approvalHours: 24, buffer: 15, noShowMinutes: 20 })).toEqual([
      ...['本地居民可以预约', '最多提前 60 天，至少提前 1 小时', '每次 1 小时到 3 小时', '每户每月最多 4 次'],
      ...['要社区同意，申请后时段保留 24 小时', '可以每周重复，最多连订 8 周', '每次用完留 15 分钟打扫'],
      '开始 20 分钟没有签到，时段放开',
    ]);
  });
});

describe('whether a time can be had', () => {
  const now = at('2026-03-02T09:00');
  const ask = (on: string, from: number, to: number, rules = RULES) =>
    timeRefusal({ hours, rules }, now, { on, from, to });

  it.each([
    ['2026-03-02', 600, 660, null],
    ['2026-03-02', 570, 660, 'BOOKING_TOO_SOON'],
    ['2026-03-02', 540, 600, 'TIME_IN_PAST'],
    ['2026-03-03', 600, 630, 'BOOKING_LENGTH'],
    ['2026-03-03', 600, 800, 'BOOKING_LENGTH'],
    ['2026-03-03', 615, 675, 'BOOKING_LENGTH'],
    ['2026-03-03', 660, 780, 'BOOKING_CLOSED'],
    // The last slot before closing, and one step beyond.
    ['2026-03-03', 1200, 1260, null],
    ['2026-03-03', 1230, 1290, 'BOOKING_CLOSED'],
    ['2026-03-08', 600, 660, 'BOOKING_CLOSED'],
    ['2026-05-01', 600, 660, null],
    ['2026-05-02', 600, 660, 'BOOKING_TOO_FAR'],
  ])('[BOOK-3] %s from %i to %i: %s', (on, from, to, refusal) => {
    expect(ask(on, from, to)).toBe(refusal);
  });

  it('[BOOK-3] may begin from the next step that is far enough away, the night before as well', () => {
    expect(bookableOn(RULES, now, '2026-03-02')).toEqual({ from: 600, to: 1440 });
    expect(bookableOn(RULES, at('2026-03-02T09:01'), '2026-03-02')).toEqual({ from: 630, to: 1440 });
    expect(bookableOn(RULES, at('2026-03-02T23:30'), '2026-03-02')).toBeNull();
    expect(bookableOn(RULES, at('2026-03-02T23:30'), '2026-03-03')).toEqual({ from: 30, to: 1440 });
    expect(bookableOn(RULES, now, '2026-05-02')).toBeNull();
  });

  it('[BOOK-3] begins within what is said to be bookable, or is refused for its time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 180_000_000 }),
        fc.integer({ min: 0, max: 23 }),
        (passed, hour) => {
          const instant = now + passed;
          const on = minuteOf(instant).on;
          const bookable = bookableOn(RULES, instant, on);
          const refusal = timeRefusal({ hours, rules: RULES }, instant, {
            on,
            from: hour * 60,
            to: hour * 60 + 60,
          });
          const within = bookable !== null && bookable.from <= hour * 60;
          expect(refusal === 'BOOKING_TOO_SOON' || refusal === 'TIME_IN_PAST').toBe(!within);
        },
      ),
    );
  });

  it('[BOOK-5] [BOOK-4] repeats on the weekday over the ends of months and years; each counts in its own month', () => {
    expect(weekly('2026-12-17', 4)).toEqual(['2026-12-17', '2026-12-24', '2026-12-31', '2027-01-07']);
    expect(weekly('2026-03-31', 2).map(monthOf)).toEqual(['2026-03', '2026-04']);
    expect(weekly('2028-02-22', 2)).toEqual(['2028-02-22', '2028-02-29']);
  });
});

describe('what is in the way', () => {
  it('[BOOK-2] is whatever shares a minute, or the time kept free after either; neither order matters', () => {
    fc.assert(
      fc.property(taken, taken, (a, b) => {
        const busy = (one: typeof a) =>
          Array.from({ length: one.to - one.from + one.buffer }, (_, n) => one.from + n);
        const used = (one: typeof a) => Array.from({ length: one.to - one.from }, (_, n) => one.from + n);
        const shared =
          used(a).some((minute) => busy(b).includes(minute)) ||
          used(b).some((minute) => busy(a).includes(minute));
        expect(overlaps(a, b)).toBe(shared);
        expect(overlaps(b, a)).toBe(shared);
      }),
      { numRuns: 60 },
    );
  });

  it('[BOOK-12] finds the nearest free time, that is open, bookable and in nobody’s way', () => {
    const day = { open: [{ from: 540, to: 1260 }], bookable: { from: 600, to: 1440 }, step: 30, buffer: 0 };
    const other = { from: 600, to: 720, buffer: 30 };
    expect(nearestFree({ ...day, taken: [other] }, { from: 600, to: 660 })).toEqual({ from: 750, to: 810 });
    expect(nearestFree({ ...day, taken: [] }, { from: 540, to: 600 })).toEqual({ from: 600, to: 660 });
    expect(nearestFree({ ...day, bookable: null, taken: [] }, { from: 600, to: 660 })).toBeNull();
    fc.assert(
      fc.property(fc.array(taken, { maxLength: 4 }), fc.integer({ min: 0, max: 46 }), (others, n) => {
        const free = nearestFree({ ...day, taken: others }, { from: n * 30, to: n * 30 + 60 });
        if (!free) return;
        expect(isOpenFor(day.open, free)).toBe(true);
        expect(others.some((one) => overlaps(one, { ...free, buffer: 0 }))).toBe(false);
      }),
    );
  });
});

describe('how long a slot is held', () => {
  const startsAt = at('2026-03-03T19:00');

  it('[BOOK-7] of a request as long as the room says, and not beyond its beginning', () => {
    expect(requestUntil(startsAt - 48 * HOUR, startsAt, 24)).toBe(startsAt - 24 * HOUR);
    expect(requestUntil(startsAt - HOUR, startsAt, 24)).toBe(startsAt);
  });

  it('[BOOK-8] of an offer for twelve hours, at most until half an hour before, and never for less than a quarter', () => {
    expect(offerUntil(startsAt - 48 * HOUR, startsAt)).toBe(startsAt - 36 * HOUR);
    expect(offerUntil(startsAt - HOUR, startsAt)).toBe(startsAt - HOUR / 2);
    expect(offerUntil(startsAt - 0.75 * HOUR, startsAt)).toBe(startsAt - HOUR / 2);
    expect(offerUntil(startsAt - 0.75 * HOUR + 1, startsAt)).toBeNull();
  });

  it('[BOOK-10] of nobody who came, until the minutes are over; never where the room says none', () => {
    const times = { startsAt, endsAt: startsAt + HOUR };
    expect(noShowAt({ noShowMinutes: 20 }, times)).toBe(startsAt + HOUR / 3);
    expect(noShowAt({ noShowMinutes: 0 }, times)).toBeNull();
    expect(noShowAt({ noShowMinutes: 60 }, times)).toBeNull();
  });
});
