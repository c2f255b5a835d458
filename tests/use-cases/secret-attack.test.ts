import { beforeAll, describe, expect, it } from 'vitest';
import { checkSecret } from '../../scripts/verify/check-secret';
import { type Chosen, secretWorld, type World } from '../support/secret-world';

/** Of the twelve, the first two and a paper of the box choose differently in each world; the sums are the same. */
const ONE: Chosen = {
  phones: [
    ...([
      ['wang', 'yes'],
      ['zhou', 'no'],
      ['zhao', 'abstain'],
    ] as const),
    ...([
      ['liuDeming', 'yes'],
      ['heJing', 'yes'],
      ['maChunhua', 'no'],
    ] as const),
  ].map(([who, choice]) => [who, choice]),
  box: { yes: 3, no: 2, abstain: 1 },
};
const OTHER: Chosen = {
  phones: ONE.phones.map(([who, choice]) => {
    const swapped = { wang: 'no', zhou: 'yes', heJing: 'abstain' } as const;
    return [who, who in swapped ? swapped[who as keyof typeof swapped] : choice];
  }),
  box: { yes: 4, no: 2, abstain: 0 },
};

let one: World;
let other: World;
beforeAll(async () => {
  one = await secretWorld(ONE);
  other = await secretWorld(OTHER);
}, 120_000);

describe('whoever has everything that is kept after a secret count', () => {
  it('[SECRET-12] finds the same in both worlds: documents, audit log, messages, times, seals, sizes', () => {
    expect(one.kept.ballot_marks).toHaveLength(12);
    expect(one.kept.audit?.length).toBeGreaterThan(10);
    expect(one.kept).toEqual(other.kept);
    expect(one.bundles.map(({ length }) => length)).toEqual(other.bundles.map(({ length }) => length));
  });

  it('[SECRET-8] finds no single choice: neither in a collection nor in the bytes of any file', () => {
    for (const { kept, inFiles } of [one, other]) {
      expect(kept.ballot_choices).toEqual([]);
      expect(kept.ballot_boxes?.join()).not.toContain('counts');
      // They were there to be found: else the second figure would mean nothing.
      expect(inFiles).toEqual({ open: 6, removed: 0 });
    }
  });

  it('[SECRET-8] finds all choices of phone and box in one export, and not in the order of casting', () => {
    expect([...one.choices].sort()).toEqual(
      ['yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'no', 'no', 'no', 'no', 'abstain', 'abstain'].sort(),
    );
    for (const bundle of [...one.bundles, ...other.bundles]) {
      const { findings } = checkSecret(Buffer.from(bundle));
      expect(findings.filter(({ holds }) => !holds)).toEqual([]);
    }
  });
});
