import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { pathOf, rootOf } from '../../cloudfunctions/modules/motions/rules/merkle';
import { ballotRow, keptBallot, PART, partsOf } from '../../cloudfunctions/modules/motions/rules/seal-rows';
import { bundleCsv } from '../../cloudfunctions/modules/motions/seal/bundle-csv';
import { nodeHash, treeRoot } from '../../cloudfunctions/modules/motions/seal/hashes';
import { sealCount } from '../../cloudfunctions/modules/motions/seal/seal-count';
import { checkBundle } from '../../scripts/verify/check-bundle';
import { treeRoot as verifiersRoot } from '../../scripts/verify/hashes';
import { wrongIn } from '../support/bundles';
import { FUNCTION_ENV } from '../support/function-env';
import { bundleOf, sealedOf, sealedVote, type SealedVoter } from '../support/sealed-votes';
import { holds } from '../support/tallies';

beforeAll(() => vi.stubEnv('YARD_SIGNING_KEY', FUNCTION_ENV.YARD_SIGNING_KEY));
afterAll(() => vi.unstubAllEnvs());

const leafOf = (text: string) =>
  createHash('sha256')
    .update(Buffer.from([0]))
    .update(text)
    .digest('hex');
const texts = (size: number) => Array.from({ length: size }, (_, n) => `leaf ${n}\n`);
const yes = (area: number): SealedVoter => ({ area, choice: 'yes' });

describe('the tree over the ballots', () => {
  it('[SEAL-2] has the root that the verifier finds its own way, of nought to seventy leaves', () => {
    for (let size = 0; size <= 70; size += 1) {
      expect(treeRoot(texts(size).map(leafOf))).toBe(verifiersRoot(texts(size)));
    }
  });

  it('[SEAL-2] has the roots that RFC 6962 gives: of no leaf, and of one that is empty', () => {
    const sha256OfNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    const emptyLeaf = '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d';
    expect([treeRoot([]), treeRoot([leafOf('')])]).toEqual([sha256OfNothing, emptyLeaf]);
  });

  it('[SEAL-2] is the same over whole parts as over all their leaves', () => {
    for (const size of [1, PART - 1, PART, PART + 1, 3 * PART, 5 * PART + 7]) {
      const leaves = texts(size).map(leafOf);
      expect(treeRoot(partsOf(leaves).map(treeRoot))).toBe(treeRoot(leaves));
    }
  });

  it('[SEAL-2] changes with any leaf that is changed, moved, dropped or doubled', () => {
    const tree = fc
      .integer({ min: 2, max: 40 })
      .chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)));
    holds(
      tree,
      ([size, at]) => {
        const leaves = texts(size).map(leafOf);
        const others = [
          leaves.with(at, leafOf('another')),
          leaves.toSpliced(at, 1),
          leaves.toSpliced(at, 0, leaves[at] ?? ''),
          leaves.toSpliced(at, 1).toSpliced((at + 1) % size, 0, leaves[at] ?? ''),
        ];
        for (const other of others) expect(treeRoot(other)).not.toBe(treeRoot(leaves));
      },
      200,
    );
  });

  it('[SEAL-2] has no path for a leaf that is not there', () => {
    for (const index of [-1, 2, 0.5]) expect(() => pathOf(['a', 'b'], index, nodeHash)).toThrow(RangeError);
    expect(() => rootOf([], nodeHash)).toThrow(RangeError);
  });
});

describe('sealing', () => {
  it('[SEAL-1] gives the same parts again, whatever the order in which ballots and roll were read', () => {
    const { counted, parts, seal } = sealedVote([
      ...Array.from({ length: 300 }, (_, n) => yes(n)),
      { area: 5 },
    ]);
    const { ballots, entries } = counted;
    const again = sealCount({ ...counted, ballots: ballots.toReversed(), entries: entries.toReversed() });
    expect(again).toEqual({ parts, seal });
    expect(parts.map(({ kind, rows }) => [kind, rows.length])).toEqual([
      ['ballots', 256],
      ['ballots', 44],
      ['silent', 1],
    ]);
    for (const row of parts[0]?.rows ?? []) expect(ballotRow(keptBallot(row))).toBe(row);
  });

  it('[SEAL-1] seals nothing where figures, ballots and roll do not belong together', () => {
    const { counted } = sealedVote([yes(10), { area: 20, choice: 'no' }, { area: 30 }]);
    const { ballots, entries } = counted;
    const [first, second] = ballots;
    const wrong: Partial<typeof counted>[] = [
      { ballots: ballots.slice(1) },
      { ballots: [{ ...first!, area: 11 }, second!] },
      { ballots: [{ ...first!, choice: 'option:1' }, second!] },
      { ballots: [...ballots, { ...first!, choice: 'option:9' }] },
      { entries: entries.slice(1) },
      { entries: [{ ...entries[0]!, _id: 'somebody else' }, ...entries.slice(1)] },
    ];
    for (const change of wrong) expect(() => sealCount({ ...counted, ...change })).toThrow(/motion/);
  });

  it('[SEAL-5] the public version stays below a megabyte with two thousand ballots, the full one too', () => {
    const vote = sealedVote(
      Array.from({ length: 2500 }, (_, n) => (n < 2000 ? yes(9_000_000 + n) : { area: n })),
    );
    const sizes = (['public', 'full'] as const).map((version) => Buffer.byteLength(bundleOf(vote, version)));
    expect(Math.max(...sizes)).toBeLessThan(1_000_000);
  });
});

describe('the files', () => {
  it('[SEAL-7] a table holds no formula, and every character of the question in its place', () => {
    const wide = ['＝1+1', '＋86', '－1', '＠SUM(A1)', '\n=1'];
    const options = ['=1+1', '+86', '-1', '@SUM(A1)', '\t=2', '说"好",的', ...wide];
    const vote = sealedVote([{ area: 1, choice: 'option:1' }], {
      title: '=HYPERLINK("http://x","点")',
      options,
    });
    const table = bundleCsv('full', sealedOf(vote));
    expect(table.startsWith('\uFEFF说明,')).toBe(true);
    for (const line of table.slice(1).split('\r\n')) {
      for (const cell of line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/))
        expect(cell).not.toMatch(/^"?[=+\-@\t＝＋－＠]/);
    }
    expect(table).toContain(`"'=HYPERLINK(""http://x"",""点"")"`);
    expect(table).toContain('"说""好"",的"');
    expect(table).toContain(`选项11,"'\n=1"`);
  });

  it('[SEAL-7] a question with half a character in it is written as it was hashed', () => {
    const vote = sealedVote([yes(1)], { title: '屋\uD800顶', text: '行\u2028行\u0001', options: [] });
    expect(wrongIn(checkBundle(Buffer.from(bundleOf(vote, 'full'))))).toEqual([]);
  });
});
