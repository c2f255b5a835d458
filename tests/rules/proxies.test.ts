import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonDocument } from '../../cloudfunctions/kernel/person';
import type { MotionDocument, RollEntryDocument } from '../../cloudfunctions/modules/motions/documents';
import type { Grant, Held, ProxyDocument } from '../../cloudfunctions/modules/proxies/documents';
import {
  entrustable,
  forbidden,
  lapseOf,
  roomForGrant,
  type Standing,
} from '../../cloudfunctions/modules/proxies/policy';
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

describe('the limit of a voter', () => {
  const DAY = 86_400_000;
  const scope = { motionId: 'a', meetingId: null };
  const given = (givenAt: number, state: Grant['state'] = 'withdrawn') =>
    ({ ...scope, state, givenAt }) as Grant;
  const room = (grants: Grant[], at: number) => roomForGrant({ grants } as ProxyDocument, scope, at);

  it('[PROXY-15] is thirty within a day, one that is open, and none for good', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 * DAY }), { maxLength: 90 }), (times) => {
        const at = 40 * DAY;
        const today = times.filter((time) => time > at - DAY).length;
        expect(
          room(
            times.map((time) => given(time)),
            at,
          ),
        ).toBe(today < 30 ? null : 'PROXY_GIVEN_OFTEN');
        // A day without one frees all of it, however many there ever were.
        expect(
          room(
            times.map((time) => given(time)),
            at + DAY + 1,
          ),
        ).toBeNull();
      }),
    );
    const many = Array.from({ length: 30 }, (_, n) => given(n));
    expect([room(many.slice(1), DAY - 1), room(many, DAY - 1), room(many, DAY)]).toEqual([
      null,
      'PROXY_GIVEN_OFTEN',
      null,
    ]);
    expect(room([given(0, 'lapsed')], 1)).toBeNull();
    expect(room([given(0, 'accepted')], 9 * DAY)).toBe('PROXY_GIVEN');
  });

  it('[PROXY-14] is nought where the profile says nought', () => {
    expect([forbidden(0), forbidden(1), forbidden(10)]).toEqual(['PROXY_FORBIDDEN', null, null]);
  });
});

describe('what a renewed roll ends', () => {
  const tie = (key: string) => ({ homeId: 'h', relation: 'owner', ownerKey: key, residentKey: null });
  const person = (_id: string, key: string, more: object = {}) =>
    ({ _id, ties: [tie(key)], ...more }) as unknown as PersonDocument;
  const standing = (...keys: string[]): Standing => ({
    motion: { roll: { frozenAt: 0 } } as MotionDocument,
    entry: { kind: 'owner-groups', homeIds: ['h'], keys, namedKey: null } as unknown as RollEntryDocument,
  });
  const grant = { principalId: 'p' } as Grant;
  const [giver, holder] = [person('p', 'mine'), person('q', 'hers')];

  it('[PROXY-13] is what has no voter, no principal or no need any more, in all votes that it is for', () => {
    expect(lapseOf(grant, [standing('mine')], giver, holder)).toBeNull();
    expect(lapseOf(grant, [], giver, holder)).toBe('voter');
    expect(lapseOf(grant, [standing('other')], giver, null)).toBe('principal');
    expect(lapseOf(grant, [standing('mine')], person('p', 'mine', { leftAt: 1 }), holder)).toBe('principal');
    expect(lapseOf(grant, [standing('mine', 'hers')], giver, holder)).toBe('holder');
    // One vote of the meeting that it still serves keeps it.
    expect(lapseOf(grant, [standing('other'), standing('mine')], giver, holder)).toBeNull();
    expect(lapseOf(grant, [standing('mine', 'hers'), standing('mine')], giver, holder)).toBeNull();
    // On paper it speaks for the voter, whoever gave it.
    expect(lapseOf({ principalId: null } as Grant, [standing('other')], null, holder)).toBeNull();
  });
});
