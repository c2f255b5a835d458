import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rejectedUntil, settledAt, settlingOf } from '../../cloudfunctions/modules/motions/rules/clock';
import { naturalOrder } from '../../cloudfunctions/modules/motions/rules/natural-order';
import {
  paperCounts,
  paperTermsOf,
  phoneCounts,
  type Precedence,
} from '../../cloudfunctions/modules/motions/rules/precedence';
import { ballotAction } from '../../cloudfunctions/modules/motions/rules/revision';

const DAY = 86_400_000;
const at = (...times: number[]) => times.map((castAt) => ({ castAt }));

describe('which ballot of a voter counts', () => {
  it('[PAP-8] is the paper that was there before every ballot on the phone, where the first counts', () => {
    expect(paperCounts('first', 5, [])).toBe(true);
    expect(paperCounts('first', 5, at(6, 9))).toBe(true);
    expect(paperCounts('first', 5, at(4, 9))).toBe(false);
  });

  it('[PAP-8] is the paper that came after the ballot that stands, where the latest counts', () => {
    expect(paperCounts('latest', 5, [])).toBe(true);
    expect(paperCounts('latest', 5, at(1, 4))).toBe(true);
    expect(paperCounts('latest', 5, at(1, 6))).toBe(false);
  });

  it.each(['first', 'latest'] as const)(
    '[PAP-8] is the phone’s at the same millisecond (%s)',
    (precedence) => {
      expect(paperCounts(precedence, 5, at(5))).toBe(false);
      expect(phoneCounts(precedence, { castAt: 5, channel: 'paper' }, 5)).toBe(true);
    },
  );

  it('[PAP-8] is the same whichever of the two was written first', () => {
    const instants = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(
        fc.constantFrom<Precedence>('first', 'latest'),
        instants,
        instants,
        (precedence, paper, phone) => {
          const paperWrittenLast = paperCounts(precedence, paper, at(phone));
          const phoneWrittenLast = !phoneCounts(precedence, { castAt: paper, channel: 'paper' }, phone);
          expect(paperWrittenLast).toBe(phoneWrittenLast);
        },
      ),
    );
  });
});

describe('the time for checking', () => {
  it.each([
    [10, 5],
    [15, 7.5],
    [20, 10],
    [60, 50],
    [24 * 60, 24 * 60 - 10],
  ])('[PAP-15] of %i minutes leaves papers to be sent back for %d of them', (settleMinutes, minutes) => {
    const motion = { closesAt: DAY, paper: { settleMinutes } };
    expect(rejectedUntil(motion)).toBe(DAY + minutes * 60_000);
    expect(rejectedUntil({ closesAt: DAY, paper: null })).toBe(DAY);
  });

  it('[PAP-2] is what the motion says, half an hour at a meeting, a day in writing', () => {
    const asked = { precedence: 'first', settleMinutes: null } as const;
    expect(paperTermsOf(asked, true)).toEqual({ precedence: 'first', settleMinutes: 30 });
    expect(paperTermsOf(asked, false)).toEqual({ precedence: 'first', settleMinutes: 1440 });
    expect(paperTermsOf({ ...asked, settleMinutes: 60 }, true)?.settleMinutes).toBe(60);
    expect(paperTermsOf(null, true)).toBeNull();
  });

  it('[PAP-2] runs from the closing, and is nothing without paper', () => {
    const paper = { precedence: 'first', settleMinutes: 1440 } as const;
    expect(settledAt({ closesAt: 1000, paper })).toBe(1000 + DAY);
    expect(settlingOf({ closesAt: 1000, paper })).toEqual({ settlesAt: 1000 + DAY });
    expect(settledAt({ closesAt: 1000, paper: null })).toBe(1000);
    expect(settlingOf({ closesAt: 1000 })).toEqual({});
  });
});

describe('a ballot on the phone', () => {
  const cast = (revision: number, clientId: string, channel?: 'paper', named?: number) => ({
    ...{ revision, clientId, choice: 'yes' },
    ...(channel && { channel }),
    ...(named !== undefined && { named }),
  });
  const ask = (replaces: number, clientId = 'new') => ({ replaces, choice: 'yes', clientId });

  it('[PAP-9] goes over papers that it could not name, and over nothing else', () => {
    expect(ballotAction([cast(1, 'p', 'paper')], ask(0))).toBe('write');
    expect(ballotAction([cast(1, 'a'), cast(2, 'p', 'paper')], ask(1))).toBe('write');
    expect(ballotAction([cast(1, 'a'), cast(2, 'p', 'paper')], ask(0))).toBe('conflict');
    expect(ballotAction([cast(1, 'a')], ask(0))).toBe('conflict');
    expect(ballotAction([], ask(1))).toBe('conflict');
  });

  it('[PAP-9] [CLK-6] is known again by the revision that it named', () => {
    const history = [cast(1, 'p', 'paper'), cast(2, 'mine', undefined, 0)];
    expect(ballotAction(history, ask(0, 'mine'))).toBe('repeat');
    expect(ballotAction(history, ask(1, 'mine'))).toBe('reused');
  });
});

describe('the door list', () => {
  it('[PAP-12] goes by building, unit and room as numbers', () => {
    const walked = ['2栋1单元101', '2栋1单元1001', '2栋2单元101', '10栋1单元101', '开发商 3套'];
    expect([...walked].reverse().sort(naturalOrder)).toEqual(walked);
    expect(naturalOrder('1栋', '1栋101')).toBeLessThan(0);
    expect(naturalOrder('1栋101', '1栋101')).toBe(0);
  });
});
