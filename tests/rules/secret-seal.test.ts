import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Choice } from '@contract/decision';
import { ROOT } from '../../scripts/project';
import { checkBundle } from '../../scripts/verify/check-bundle';
import { checkSecret, markInclusion } from '../../scripts/verify/check-secret';
import { markProofOf } from '../../src/features/motions/seal-proof';
import { sealView } from '../../cloudfunctions/modules/motions/seal/view';
import { markLeafHash } from '../../cloudfunctions/modules/motions/seal/seal-secret';
import { keptMark } from '../../cloudfunctions/modules/motions/rules/secret-seal';
import { nodeHash } from '../../cloudfunctions/modules/motions/seal/hashes';
import { pathOf } from '../../cloudfunctions/modules/motions/rules/merkle';
import { signed } from '../../cloudfunctions/kernel/signing';
import { EXAMPLE_SEED } from '../support/bundle-example';
import { receiptIn } from '../support/receipts';
import { secretBundleOf, secretExample, secretSealed } from '../support/secret-sealed';

beforeAll(() => vi.stubEnv('YARD_SIGNING_KEY', EXAMPLE_SEED.toString('base64')));
afterAll(() => vi.unstubAllEnvs());

const wrongIn = (text: string) =>
  checkSecret(Buffer.from(text)).findings.flatMap(({ holds, words }) => (holds ? [] : [words]));

const choice = fc.constantFrom<Choice[]>('yes', 'no', 'abstain');
const figure = fc.nat({ max: 3 });

describe('the seal of a secret count', () => {
  it('[SECRET-10] holds for the verifier in both versions, whatever was chosen and whatever became of the box', () => {
    fc.assert(
      fc.property(
        fc.array(choice, { maxLength: 12 }),
        figure,
        fc.option(fc.record({ spoiled: figure, missing: figure, uncounted: figure })),
        (choices, silent, box) => {
          fc.pre(choices.length + silent > 0);
          const vote = secretSealed({ choices, silent, box: box && { ...box, invalid: null } });
          for (const version of ['public', 'full'] as const)
            expect(wrongIn(secretBundleOf(vote, version))).toEqual([]);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('[SECRET-10] has the same leaves whoever chose what: only the export, its sums and its hash differ', () => {
    const seal = (choices: Choice[]) => secretSealed({ choices, silent: 2 });
    const [one, other] = [seal(['yes', 'no', 'no']), seal(['no', 'no', 'yes'])];
    expect(one.seal.root).toBe(other.seal.root);
    expect(one.parts.filter(({ kind }) => kind !== 'choices')).toEqual(
      other.parts.filter(({ kind }) => kind !== 'choices'),
    );
  });

  it('[SECRET-10] is refused by the verifier of named bundles, and the other way round', () => {
    const bundle = secretBundleOf(secretSealed({ choices: ['yes'], silent: 1 }), 'full');
    expect(checkBundle(Buffer.from(bundle)).ok).toBe(false);
    const named = bundle.replace('kind secret', 'kind named');
    expect(wrongIn(named)).toEqual(['这不是无记名表决的封存内容']);
  });
});

describe('a bundle of a secret vote that was changed', () => {
  let full: string;
  let shown: string;
  beforeAll(() => {
    const vote = secretSealed({
      choices: ['yes', 'no', 'yes', 'abstain'],
      silent: 2,
      box: { spoiled: 1, missing: 0, uncounted: 0, invalid: null },
    });
    full = secretBundleOf(vote, 'full');
    shown = secretBundleOf(vote, 'public');
  });

  const changed = (
    text: string,
    change: (bundle: { leaves: string[][]; choices: string[]; silent: string[] }) => void,
  ) => {
    const bundle = JSON.parse(text) as { leaves: string[][]; choices: string[]; silent: string[] };
    change(bundle);
    return wrongIn(JSON.stringify(bundle));
  };

  it.each([
    ['a choice changed', (b: { choices: string[] }) => b.choices.splice(0, 1, 'no')],
    ['a choice dropped', (b: { choices: string[] }) => b.choices.pop()],
    ['two choices exchanged', (b: { choices: string[] }) => b.choices.reverse()],
    ['a mark dropped', (b: { leaves: string[][] }) => b.leaves.pop()],
    ['a mark twice', (b: { leaves: string[][] }) => b.leaves.push(b.leaves[0] ?? [])],
    ['two marks exchanged', (b: { leaves: string[][] }) => b.leaves.reverse()],
    ['a commitment changed', (b: { leaves: string[][] }) => b.leaves[0]?.splice(1, 1, 'a'.repeat(64))],
  ])('[SECRET-10] is found out in the public version: %s', (_what, change) => {
    expect(changed(shown, change as never).length).toBeGreaterThan(0);
  });

  it.each([
    ['a salt changed', (b: { leaves: string[][] }) => b.leaves[0]?.splice(2, 1, 'a'.repeat(64))],
    ['a silent voter dropped', (b: { silent: string[] }) => b.silent.pop()],
    [
      'a silent voter exchanged for another',
      (b: { silent: string[] }) => b.silent.splice(1, 1, 'f'.repeat(64)),
    ],
    [
      'a voter silent and marked',
      (b: { silent: string[]; leaves: string[][] }) => b.silent.splice(0, 1, b.leaves[0]?.[0] ?? ''),
    ],
  ])('[SECRET-10] is found out in the full version: %s', (_what, change) => {
    expect(changed(full, change as never).length).toBeGreaterThan(0);
  });

  it.each([
    ['cast yes 2', 'cast yes 3'],
    ['marks 5', 'marks 4'],
    ['box 1 0 0', 'box 0 0 0'],
    ['outcome not-passed', 'outcome passed'],
    ['present -', 'present 4'],
    ['kind secret', 'kind other'],
    ['voters homes', 'voters owner-groups'],
  ])('[SECRET-10] is found out in the header, also where the key signed it: %s', (from, to) => {
    const bundle = JSON.parse(full) as { header: string; signature: string };
    expect(bundle.header).toContain(from);
    // Signed anew by the holder of the key: the signature alone would find every change.
    const header = bundle.header.replace(from, to);
    const { signature } = signed(header);
    expect(wrongIn(JSON.stringify({ ...bundle, header, signature })).length).toBeGreaterThan(0);
  });
});

describe('those without a mark', () => {
  /** As it was made before the header bound them, signed by the same key. */
  const earlier = (text: string) => {
    const bundle = JSON.parse(text) as { format: string; header: string; silent: string[] };
    const header = bundle.header.replace(/\nsilent [^\n]*/, '');
    return { ...bundle, format: 'yard-bundle-secret-1', header, ...signed(header) };
  };
  let full: string;
  beforeAll(() => {
    full = secretBundleOf(secretSealed({ choices: ['yes', 'no'], silent: 2 }), 'full');
  });
  const exchanged = (bundle: { silent: string[] }) =>
    JSON.stringify({ ...bundle, silent: [...bundle.silent.slice(0, 1), 'f'.repeat(64)] });

  it('[SECRET-14] are bound by the header: one put in another’s place is found out, and this alone is said', () => {
    expect(wrongIn(exchanged(JSON.parse(full) as { silent: string[] }))).toEqual([
      '没有投票的代号和封存的不一样：有的被拿掉、添上或者换过',
    ]);
  });

  it('[SECRET-14] were not in a bundle of before, which stays valid, and is cut out of the same cloth', () => {
    expect(wrongIn(JSON.stringify(earlier(full)))).toEqual([]);
    expect(wrongIn(exchanged(earlier(full)))).toEqual([]);
    const { seal, ...rest } = secretSealed({ choices: ['yes', 'no'], silent: 2 });
    const old = { ...seal, header: earlier(full).header, signature: earlier(full).signature };
    expect(secretBundleOf({ ...rest, seal: old }, 'full')).toBe(JSON.stringify(earlier(full)));
  });

  it('[SECRET-14] pass in neither format under the header of the other', () => {
    const before = earlier(full);
    const now = JSON.parse(full) as { header: string; signature: string };
    for (const wrong of [
      { ...now, format: 'yard-bundle-secret-1' },
      { ...before, format: 'yard-bundle-secret-2' },
    ])
      expect(wrongIn(JSON.stringify(wrong))).toHaveLength(1);
  });
});

describe('a secret count by a rule that weighs area', () => {
  it.each([
    ['owners-ordinary', 'straw', 'no-quorum'],
    ['owners-special', 'opinion', 'no-threshold'],
  ])(
    '[SECRET-1] [SECRET-10] is wrong whatever it came to, also where the key signed it: %s, %s',
    (rule, worth, outcome) => {
      const bundle = JSON.parse(
        secretBundleOf(secretSealed({ choices: ['yes', 'no'], silent: 1 }), 'public'),
      ) as { header: string };
      const header = bundle.header
        .replace('rule households-majority', `rule ${rule}`)
        .replace('base cast', 'base -')
        .replace('worth straw', `worth ${worth}`)
        .replace('outcome not-passed', `outcome ${outcome}`);
      const { signature } = signed(header);
      expect(wrongIn(JSON.stringify({ ...bundle, header, signature }))).toEqual([
        '这种规则按面积算，不能无记名',
      ]);
    },
  );
});

describe('the receipt of a secret ballot', () => {
  it('[SECRET-9] [SECRET-10] is found in the seal by the verifier and by the phone, and missed where it is not', () => {
    const example = secretExample();
    const receipt = receiptIn(example.receipt ?? null);
    const checked = checkSecret(Buffer.from(example.full ?? ''));
    expect(markInclusion(receipt, checked).map(({ holds }) => holds)).toEqual([true, true, true]);
    const vote = secretSealed({ choices: ['yes', 'no', 'yes'], silent: 1 });
    const foreign = checkSecret(Buffer.from(secretBundleOf(vote, 'full')));
    expect(markInclusion(receipt, foreign).some(({ holds }) => !holds)).toBe(true);
  });

  it('[SECRET-10] is proven on the phone by its path alone', () => {
    const vote = secretSealed({ choices: ['yes', 'no', 'yes', 'no', 'yes'], silent: 1 });
    const { motion, seal, parts } = vote;
    const kept = parts.filter(({ kind }) => kind === 'marks').flatMap(({ rows }) => rows.map(keptMark));
    const hashes = kept.map((one) => markLeafHash(motion._id, one));
    for (const [index, { voter, commitment }] of kept.entries()) {
      const { proof, castAt } = vote.marks.find((mark) => mark.proof.pseudonym === voter) ??
        vote.marks[0] ?? { proof: null };
      const said = {
        format: 'yard-receipt-2',
        motion: motion._id,
        voter,
        commitment,
        revision: 1,
        at: castAt,
        audit: proof?.audit,
      };
      const line = JSON.stringify({
        ...said,
        keyId: '',
        publicKey: proof?.publicKey,
        signature: proof?.signature,
      });
      const mark = { voter, commitment, index, path: pathOf(hashes, index, nodeHash) };
      expect(markProofOf(line, { seal: sealView(seal), mark })).toMatchObject({ found: 'taken' });
      expect(markProofOf(line, { seal: sealView(seal), mark: null })).toEqual({ found: 'missing' });
      const moved = { ...mark, index: (index + 1) % kept.length };
      expect(markProofOf(line, { seal: sealView(seal), mark: moved })).toEqual({ found: 'unsealed' });
    }
  });
});

describe('the worked secret bundle in docs/verify.md', () => {
  it('[SECRET-10] is what the cloud computes, word by word, and the verifier accepts it', async () => {
    const document = await readFile(path.join(ROOT, 'docs', 'verify.md'), 'utf8');
    const named = document.matchAll(/^```secret (\S+)\n([^`]*)\n```$/gm);
    const blocks = Object.fromEntries([...named].map(([, name = '', text = '']) => [name, text]));
    expect(blocks).toEqual(secretExample());
    for (const version of ['public', 'full']) expect(wrongIn(blocks[version] ?? '')).toEqual([]);
  });
});
