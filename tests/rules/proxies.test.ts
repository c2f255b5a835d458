import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MotionDocument } from '../../cloudfunctions/modules/motions/documents';
import type { Grant, Held } from '../../cloudfunctions/modules/proxies/documents';
import { entrustable } from '../../cloudfunctions/modules/proxies/policy';
import {
  covers,
  liveFor,
  overlap,
  roomForOne,
  sameName,
} from '../../cloudfunctions/modules/proxies/rules/grants';

const voteOf = (bodyKind: string, ballot?: string) =>
  ({ bodyKind, ...(ballot && { ballot }) }) as MotionDocument;

describe('who can be entrusted with what', () => {
  it.each([
    ['owner-groups', undefined, null],
    ['homes', undefined, null],
    ['homes', 'named', null],
    ['persons', undefined, 'PROXY_BODY'],
    ['delegates', undefined, 'PROXY_BODY'],
    ['homes', 'secret', 'PROXY_SECRET'],
    ['persons', 'secret', 'PROXY_BODY'],
  ])('[PROXY-1] a vote by %s that is %s: %s', (kind, ballot, refusal) => {
    expect(entrustable(voteOf(kind, ballot))).toBe(refusal);
  });

  it('[PROXY-1] [PROXY-4] one for the whole meeting is for each of its votes, and stands in the way of one for any', () => {
    const whole = { motionId: 'a', meetingId: 'm' };
    const alone = { motionId: 'b', meetingId: null };
    const voteB = { _id: 'b', meetingId: 'm' };
    expect([covers(whole, voteB), covers(alone, voteB)]).toEqual([true, true]);
    expect(covers(whole, { _id: 'a', meetingId: 'other' })).toBe(false);
    expect(covers(alone, { _id: 'a', meetingId: 'm' })).toBe(false);
    expect([overlap(whole, alone), overlap(alone, { motionId: 'a', meetingId: null })]).toEqual([
      true,
      false,
    ]);
    const grant = { ...whole, state: 'withdrawn' } as Grant;
    expect(liveFor([grant], alone)).toBeNull();
    expect(liveFor([{ ...grant, state: 'offered' }], alone)).toMatchObject({ state: 'offered' });
  });

  it('[PROXY-2] a name is the same however its blanks and widths were typed', () => {
    expect([sameName(' 周 素珍', '周素珍'), sameName('Ａnna', 'Anna'), sameName('周素贞', '周素珍')]).toEqual(
      [true, true, false],
    );
  });
});

describe('the limit of a holder', () => {
  const motion = fc.constantFrom<string | null>(null, 'a', 'b', 'c');

  it('[PROXY-3] no order of taking up gives anybody more voters in a vote than it says, and none is refused below it', () => {
    fc.assert(
      fc.property(fc.array(motion, { maxLength: 12 }), fc.integer({ min: 1, max: 4 }), (asked, max) => {
        let held: Held[] = [];
        // Counted by hand: votes that exist, each with its voters.
        const voters = (all: Held[], id: string) =>
          all.filter((one) => one.motionId === null || one.motionId === id).length;
        for (const motionId of asked) {
          const after = [...held, { proxyId: String(held.length), number: 1, motionId }];
          const fits = ['a', 'b', 'c'].every((id) => voters(after, id) <= max);
          const touched = motionId === null ? ['a', 'b', 'c'] : [motionId];
          const stillFits = touched.every((id) => voters(after, id) <= max);
          expect(roomForOne(held, motionId, max)).toBe(stillFits);
          if (stillFits) held = after;
          expect(stillFits).toBe(fits);
        }
      }),
    );
  });
});
