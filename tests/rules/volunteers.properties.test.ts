import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../cloudfunctions/modules/motions/rules/days';
import {
  closesAt,
  minutesOf,
  minutesWords,
  timesFit,
} from '../../cloudfunctions/modules/service/rules/times';
import type { Claim } from '../../cloudfunctions/modules/shifts/documents';
import {
  answerByOf,
  claimed,
  isFull,
  type Queue,
  settled,
} from '../../cloudfunctions/modules/shifts/rules/queue';
import { patternProblem, spansOf } from '../../cloudfunctions/modules/tasks/rules/pattern';
import { consentMissing, isOfAge, overlaps } from '../../cloudfunctions/modules/volunteers/rules';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (text: string) => Date.parse(`${text}:00+08:00`);
const words = (instant: number) => new Date(instant + 8 * HOUR).toISOString().slice(0, 16);
const EVERY_DAY = { weekdays: [], from: '22:00', to: '06:00' };

describe('[TASK-6] a pattern of shifts', () => {
  it('goes over midnight, over the 31st and over the end of February, in +08:00', () => {
    const spans = spansOf({ ...EVERY_DAY, firstOn: '2026-02-27', lastOn: '2026-03-02' });
    expect(spans.map(({ startsAt, endsAt }) => [words(startsAt), words(endsAt)])).toEqual([
      ['2026-02-27T22:00', '2026-02-28T06:00'],
      ['2026-02-28T22:00', '2026-03-01T06:00'],
      ['2026-03-01T22:00', '2026-03-02T06:00'],
      ['2026-03-02T22:00', '2026-03-03T06:00'],
    ]);
    const [last] = spansOf({ ...EVERY_DAY, firstOn: '2026-12-31', lastOn: '2026-12-31' });
    expect(words(last?.endsAt ?? 0)).toBe('2027-01-01T06:00');
  });

  it('takes named weekdays only, and lasts a whole day from an hour to the same', () => {
    // The 2nd of March 2026 is a Monday.
    const spans = spansOf({
      ...{ firstOn: '2026-03-02', lastOn: '2026-03-15', weekdays: [1, 7], from: '08:00', to: '08:00' },
    });
    expect(spans.map(({ startsAt }) => dayOf(startsAt))).toEqual([
      ...['2026-03-02', '2026-03-08', '2026-03-09', '2026-03-15'],
    ]);
    expect(spans.every(({ startsAt, endsAt }) => endsAt - startsAt === 24 * HOUR)).toBe(true);
  });

  it('is at most 62 shifts, of days that are there, within a year', () => {
    const problem = (lastOn: string, weekdays: number[] = []) =>
      patternProblem({ ...EVERY_DAY, firstOn: '2026-03-02', lastOn, weekdays }, '2026-03-02');
    expect(problem('2026-05-02')).toBeNull();
    expect(Object.keys(problem('2026-05-03') ?? {})).toEqual(['lastOn']);
    expect(Object.keys(problem('2026-03-01') ?? {})).toEqual(['lastOn']);
    expect(Object.keys(problem('2026-03-03', [7]) ?? {})).toEqual(['weekdays']);
    expect(Object.keys(problem('2027-03-04', [1]) ?? {})).toEqual(['lastOn']);
  });

  it('lays each down within 24 hours, in order, on the days that it names, whatever they are', () => {
    const clock = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 0, max: 61 }),
        clock,
        clock,
        (n, length, from, to) => {
          const firstOn = addDays('2024-01-01', n);
          const spans = spansOf({ firstOn, lastOn: addDays(firstOn, length), weekdays: [], from, to });
          expect(spans).toHaveLength(length + 1);
          spans.forEach(({ startsAt, endsAt }, k) => {
            expect([dayOf(startsAt), words(startsAt).slice(11)]).toEqual([addDays(firstOn, k), from]);
            expect(words(endsAt).slice(11)).toBe(to);
            expect(endsAt - startsAt).toBeGreaterThan(0);
            expect(endsAt - startsAt).toBeLessThanOrEqual(24 * HOUR);
          });
        },
      ),
    );
  });
});

describe('[SHIFT-3] two shifts of one person', () => {
  it('overlap where they share a minute, and not where they touch, over midnight too', () => {
    const night = { startsAt: at('2026-03-01T22:00'), endsAt: at('2026-03-02T06:00') };
    const rows: [string, string, boolean][] = [
      ['2026-03-02T06:00', '2026-03-02T08:00', false],
      ['2026-03-02T05:59', '2026-03-02T08:00', true],
      ['2026-03-01T20:00', '2026-03-01T22:00', false],
      ['2026-03-01T20:00', '2026-03-01T22:01', true],
      ['2026-03-01T23:00', '2026-03-02T01:00', true],
      ['2026-03-01T20:00', '2026-03-02T08:00', true],
    ];
    for (const [from, to, expected] of rows) {
      const other = { startsAt: at(from), endsAt: at(to) };
      expect([from, overlaps(night, other), overlaps(other, night)]).toEqual([from, expected, expected]);
    }
  });
});

describe('[SHIFT-5] the time to answer an offer', () => {
  it('is half a day, ends two hours before the start, and later is ten minutes, never after the start', () => {
    const startsAt = at('2026-03-10T19:00');
    const rows: [string, string][] = [
      ['2026-03-08T09:00', '2026-03-08T21:00'],
      ['2026-03-10T04:00', '2026-03-10T16:00'],
      ['2026-03-10T08:00', '2026-03-10T17:00'],
      ['2026-03-10T16:55', '2026-03-10T17:05'],
      ['2026-03-10T18:30', '2026-03-10T18:40'],
      ['2026-03-10T18:55', '2026-03-10T19:00'],
    ];
    for (const [now, until] of rows)
      expect([now, words(answerByOf(at(now), startsAt))]).toEqual([now, until]);
  });
});

const claim = fc.record({
  state: fc.constantFrom('taken', 'waiting', 'offered'),
  answerBy: fc.integer({ min: 0, max: 100 }),
});

describe('[SHIFT-1] [SHIFT-2] [SHIFT-6] a queue', () => {
  it('never holds more than its places, offers in order, lets lapse what is over, and loses nobody else', () => {
    const queue = fc
      .tuple(fc.array(claim, { maxLength: 12 }), fc.integer({ min: 0, max: 100 }))
      .map(([rows, now]) => {
        const claims: Claim[] = rows.map(({ state, answerBy }, n) => ({
          ...{
            id: `c${n}`,
            personId: `p${n}`,
            state,
            n,
            at: 0,
            answerBy: state === 'offered' ? answerBy : null,
          },
        }));
        const places = claims.filter(({ state }) => state !== 'waiting').length + 1;
        return {
          now,
          queue: { claims, places, waitlist: 20, next: rows.length, startsAt: 1000 } satisfies Queue,
        };
      });
    fc.assert(
      fc.property(queue, ({ now, queue: given }) => {
        const { claims, lapsed, offered } = settled(given, now);
        const holding = claims.filter(({ state }) => state !== 'waiting');
        expect(holding.length).toBeLessThanOrEqual(given.places);
        expect(lapsed.every(({ answerBy }) => (answerBy ?? 0) <= now)).toBe(true);
        expect(claims.length + lapsed.length).toBe(given.claims.length);
        const waiting = claims.filter(({ state }) => state === 'waiting');
        expect(holding.length === given.places || waiting.length === 0).toBe(true);
        for (const one of offered) for (const other of waiting) expect(one.n).toBeLessThan(other.n);
        // Done again it changes nothing.
        expect(settled({ ...given, claims }, now).claims).toEqual(claims);
      }),
    );
  });

  it('takes who comes until places and waitlist are full', () => {
    let queue: Queue = { claims: [], places: 2, waitlist: 1, next: 1, startsAt: 1000 };
    const states: string[] = [];
    for (let n = 0; !isFull(queue); n += 1) {
      const claims = claimed(queue, { id: `c${n}`, personId: `p${n}` }, 0);
      queue = { ...queue, claims, next: queue.next + 1 };
      states.push(claims.at(-1)?.state ?? '');
    }
    expect(states).toEqual(['taken', 'taken', 'waiting']);
    expect(isFull({ claims: [], places: 1, waitlist: 0 })).toBe(false);
  });
});

describe('[HOURS-2] [HOURS-3] minutes', () => {
  const span = { startsAt: at('2026-03-01T22:00'), endsAt: at('2026-03-02T06:00') };
  it('are whole, inside the shift and half an hour of grace, over midnight', () => {
    const rows: [string, string, number][] = [
      ['2026-03-01T22:00', '2026-03-02T06:00', 480],
      ['2026-03-01T21:40', '2026-03-02T06:10', 490],
      ['2026-03-01T23:30', '2026-03-02T07:30', 420],
      ['2026-03-01T21:30', '2026-03-01T21:59', 0],
    ];
    for (const [inAt, outAt, minutes] of rows) expect(minutesOf(span, at(inAt), at(outAt))).toBe(minutes);
    expect(minutesOf(span, span.startsAt, span.startsAt + 2 * MINUTE - 1)).toBe(1);
    expect([0, 59, 60, 135].map(minutesWords)).toEqual(['0分钟', '59分钟', '1小时', '2小时15分钟']);
  });

  it('are of times that can be: out after in, not in the future, while the door was open', () => {
    const now = at('2026-03-02T06:20');
    expect(timesFit(span, span.startsAt, span.endsAt, now)).toBe(true);
    expect(timesFit(span, span.startsAt - 31 * MINUTE, null, now)).toBe(false);
    expect(timesFit(span, span.startsAt, span.startsAt, now)).toBe(false);
    expect(timesFit(span, span.startsAt, now + 1, now)).toBe(false);
    expect(timesFit(span, span.startsAt, closesAt(span) + 1, closesAt(span) + HOUR)).toBe(false);
  });
});

describe('[TASK-4] [TASK-5] age', () => {
  it('is reached on the birthday, also of the 29th of February', () => {
    expect(isOfAge('2008-03-02', 18, '2026-03-01')).toBe(false);
    expect(isOfAge('2008-03-02', 18, '2026-03-02')).toBe(true);
    expect(isOfAge('2008-02-29', 18, '2026-02-28')).toBe(true);
  });

  it('asks for a guardian under eighteen, and under fourteen for the data too', () => {
    const given = (dataToo: boolean) => ({ name: '许平', dataToo, at: 0, by: 'office', photos: [] });
    const missing = (bornOn: string, guardian: ReturnType<typeof given> | null) =>
      consentMissing({ bornOn, guardian }, '2026-03-02');
    expect(missing('1980-01-01', null)).toBeNull();
    expect(missing('2010-01-01', null)).toBe('SHIFT_GUARDIAN');
    expect(missing('2010-01-01', given(false))).toBeNull();
    expect(missing('2013-01-01', given(false))).toBe('SHIFT_GUARDIAN_DATA');
    expect(missing('2013-01-01', given(true))).toBeNull();
  });
});
