import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Inclusion } from '@contract/seals';
import { proofOf, rootFrom } from '@/features/motions/seal-proof';
import { pathOf } from '../../cloudfunctions/modules/motions/rules/merkle';
import { signedReceipt } from '../../cloudfunctions/modules/motions/ballot-proof';
import { keptLeafHash, leafOf, nodeHash, treeRoot } from '../../cloudfunctions/modules/motions/seal/hashes';
import { leafView, sealView } from '../../cloudfunctions/modules/motions/seal/view';
import { signed } from '../../cloudfunctions/kernel/signing';
import { FUNCTION_ENV } from '../support/function-env';
import { sealedOf, sealedVote } from '../support/sealed-votes';

let line: string;
let inclusion: Inclusion;
beforeAll(() => {
  vi.stubEnv('YARD_SIGNING_KEY', FUNCTION_ENV.YARD_SIGNING_KEY);
  const areas = [1, 2, 3, 4, 5];
  const vote = sealedVote(areas.map((area) => ({ area, choice: 'yes' as const, revision: 2 })));
  const { ballots } = sealedOf(vote);
  const own = vote.counted.ballots.find(({ proof }) => proof?.pseudonym === ballots[4]?.voter);
  if (!own || !ballots[4]) throw new Error('the vote has five ballots');
  line = signedReceipt(own) ?? '';
  const hashes = ballots.map((kept) => keptLeafHash(vote.motion._id, kept));
  const leaf = leafView(leafOf(vote.motion._id, ballots[4]), 4, pathOf(hashes, 4, nodeHash));
  inclusion = { seal: sealView(vote.seal), leaf };
});
afterAll(() => vi.unstubAllEnvs());

/** An answer of the server with something else in it. */
const answered = (
  leaf: Partial<NonNullable<Inclusion['leaf']>> | null,
  seal: Partial<Inclusion['seal']> = {},
) => ({
  seal: { ...inclusion.seal, ...seal },
  leaf: leaf && inclusion.leaf && { ...inclusion.leaf, ...leaf },
});

/** A seal that whoever holds the key signed over another root. */
const resealed = (root: string) => {
  const header = inclusion.seal.header.replace(/root .*/, `root ${root}`);
  return { header, ...signed(header) };
};

describe('what the phone finds by itself', () => {
  it('[SEAL-11] finds the ballot of its receipt, by signature and path', () => {
    expect(proofOf(line, inclusion)).toEqual({
      found: 'counted',
      ...{ revision: 2, kept: 2, code: inclusion.seal.code },
    });
  });

  it.each<[string, () => Inclusion, string]>([
    ['no ballot', () => answered(null), 'missing'],
    ['the ballot of somebody else', () => answered({ voter: 'ab'.repeat(32) }), 'missing'],
    ['a leaf that is not in the tree', () => answered({ revision: 3 }), 'unsealed'],
    ['another place in the tree', () => answered({ index: 3 }), 'unsealed'],
    ['a path that is too short', () => answered({ path: [] }), 'unsealed'],
    [
      'a path that is too long',
      () => answered({ path: [...(inclusion.leaf?.path ?? []), 'ab'.repeat(32)] }),
      'unsealed',
    ],
    [
      'a header that was changed',
      () => answered({}, { header: inclusion.seal.header.replace('heads 5', 'heads 6') }),
      'unsealed',
    ],
    ['another root, well signed', () => answered({}, resealed('ab'.repeat(32))), 'unsealed'],
    ['no signature', () => answered({}, { signature: '' }), 'unsealed'],
    ['another key', () => answered({}, { publicKey: 'ab'.repeat(32) }), 'unsealed'],
  ])('[SEAL-11] refuses %s', (_what, answer, found) => {
    expect(proofOf(line, answer())).toEqual({ found });
  });

  it('[SEAL-11] tells a later, an earlier and another ballot in its place, each under a root that was signed', () => {
    const sealedAs = (leaf: Partial<NonNullable<Inclusion['leaf']>>) => {
      const {
        path = [],
        index = 0,
        ...made
      } = { ...inclusion.leaf, ...leaf } as NonNullable<Inclusion['leaf']>;
      const hash = keptHash(made);
      return answered(leaf, resealed(rootFrom(hash, index, 5, path) ?? ''));
    };
    expect(proofOf(line, sealedAs({ revision: 3 }))).toMatchObject({ found: 'later', revision: 3, kept: 2 });
    expect(proofOf(line, sealedAs({ revision: 1 }))).toMatchObject({ found: 'older', revision: 1, kept: 2 });
    expect(proofOf(line, sealedAs({ commitment: 'ab'.repeat(32) }))).toEqual({ found: 'changed' });
  });

  it('[SEAL-11] believes no seal of another key, and no receipt that is none', () => {
    vi.stubEnv('YARD_SIGNING_KEY', Buffer.alloc(32, 3).toString('base64'));
    const other = answered({}, signed(inclusion.seal.header));
    vi.stubEnv('YARD_SIGNING_KEY', FUNCTION_ENV.YARD_SIGNING_KEY);
    expect(proofOf(line, other)).toEqual({ found: 'other-key' });
    for (const text of ['', '{}', 'null', line.slice(0, 90), line.replace('"revision":2', '"revision":3')]) {
      expect(proofOf(text, inclusion)).toEqual({ found: 'no-receipt' });
    }
  });

  it('[SEAL-2] [SEAL-11] leads every leaf of trees of one to forty to the root, and to no other from any other place', () => {
    for (let size = 1; size <= 40; size += 1) {
      const hashes = Array.from({ length: size }, (_, n) =>
        createHash('sha256').update(String(n)).digest('hex'),
      );
      const root = treeRoot(hashes);
      hashes.forEach((hash, index) => {
        const path = pathOf(hashes, index, nodeHash);
        expect(rootFrom(Buffer.from(hash, 'hex'), index, size, path)).toBe(root);
        expect(rootFrom(Buffer.from(hash, 'hex'), (index + 1) % (size + 1), size, path)).not.toBe(root);
      });
    }
  });
});

function keptHash(leaf: Omit<NonNullable<Inclusion['leaf']>, 'index' | 'path'>): Uint8Array {
  const { motion } = JSON.parse(line) as { motion: string };
  const { voter, revision, commitment, origin, weight } = leaf;
  const text = `yard-leaf-1\nmotion ${motion}\nvoter ${voter}\nrevision ${revision}\ncommitment ${commitment}\norigin ${origin}\nweight ${weight}\n`;
  return createHash('sha256')
    .update(Buffer.from([0]))
    .update(text)
    .digest();
}
