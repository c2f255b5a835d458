import { beforeAll, describe, expect, it } from 'vitest';
import { checkSecret } from '../../scripts/verify/check-secret';
import { atMeeting, inWriting } from '../support/delegates';
import type { PersonKey } from '../support/motions';
import { type Chosen, type Electorate, secretWorld, type World } from '../support/secret-world';

const TIME = 600_000;

/** Of the twelve, the first two and a paper of the box choose differently in the other world; the sums are the same. */
const chosenBy = (members: readonly [PersonKey, ...PersonKey[]]): Record<'one' | 'other', Chosen> => {
  const one = ['yes', 'no', 'abstain', 'yes', 'yes', 'no'] as const;
  const other = ['no', 'yes', 'abstain', 'yes', 'abstain', 'no'] as const;
  return {
    one: { phones: members.map((who, n) => [who, one[n] ?? 'yes']), box: { yes: 3, no: 2, abstain: 1 } },
    other: { phones: members.map((who, n) => [who, other[n] ?? 'yes']), box: { yes: 4, no: 2, abstain: 0 } },
  };
};

const PHONES = ['zhou', 'feng', 'zeng', 'liuFang', 'heJing', 'maChunhua'] as const;
const IN_BOX = ['王桂兰', '赵国强', '刘德明', '何永贵', '马小龙'];
const bodies: [string, Electorate][] = [
  ['residents’ delegates at their meeting', atMeeting([...IN_BOX, '胡建平'], ['zhou', 'zeng', 'heJing'])],
  ['villagers’ delegates in writing', inWriting([...IN_BOX, '曾德才'])],
];

describe.each(bodies)('whoever has everything that is kept after a secret count of %s', (_, electorate) => {
  let one: World;
  let other: World;
  beforeAll(async () => {
    const chosen = chosenBy(PHONES);
    one = await secretWorld(chosen.one, electorate);
    other = await secretWorld(chosen.other, electorate);
  }, TIME);

  it('[SECRET-12] finds the same in both worlds: documents, audit log, messages, keys, times, order and sizes', () => {
    expect(one.kept.ballot_marks).toHaveLength(12);
    expect(one.kept.roll_entries?.filter((row) => row.includes('"kind":"delegates"'))).toHaveLength(12);
    expect(one.kept.audit?.length).toBeGreaterThan(10);
    expect(one.kept).toEqual(other.kept);
    expect(one.bundles.map(({ length }) => length)).toEqual(other.bundles.map(({ length }) => length));
  });

  it('[SECRET-12] [KEEP-1] is answered the same, whoever of them asks: the vote, its result, the copy of what is kept of them, their messages', () => {
    expect(one.answers).toEqual(other.answers);
    // Each of them is told that they have voted, so that an answer that said more would be seen.
    expect(one.answers['zhou motions.detail']).toContain('"receipt":"drawn"');
    expect(one.answers['zhou privacy.copy']).toContain('无记名投票');
  });

  it('[SECRET-8] finds no single choice: neither in a collection nor in the bytes of any file', () => {
    for (const { kept, inFiles } of [one, other]) {
      expect(kept.ballot_choices).toEqual([]);
      expect(kept.ballot_boxes?.join()).not.toContain('counts');
      // They were there to be found: else the second figure would mean nothing.
      expect(inFiles).toEqual({ open: 6, removed: 0 });
    }
  });

  it('[SECRET-8] [SECRET-10] finds all choices in one export that the verifier takes, with no name and no office in it', () => {
    expect([...one.choices].sort().join()).toBe('abstain,abstain,no,no,no,no,yes,yes,yes,yes,yes,yes');
    for (const bundle of [...one.bundles, ...other.bundles]) {
      expect(checkSecret(Buffer.from(bundle)).findings.filter(({ holds }) => !holds)).toEqual([]);
      for (const name of IN_BOX) expect(bundle).not.toContain(name);
    }
  });
});
