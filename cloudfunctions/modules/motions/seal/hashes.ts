import { createHash, createHmac } from 'node:crypto';
import { secretFor } from '../../../kernel/signing';
import { rootOf } from '../rules/merkle';
import type { KeptBallot } from '../rules/seal-rows';
import { type Leaf, leafText, weightText } from '../rules/seal-text';

/** What stands before a leaf and before a node, so that neither can pass for the other (RFC 6962, 2.1). */
const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const leafHash = (text: string): string =>
  createHash('sha256').update(LEAF).update(text).digest('hex');

export const nodeHash = (left: string, right: string): string =>
  createHash('sha256').update(NODE).update(left, 'hex').update(right, 'hex').digest('hex');

/** Root of hashed leaves, or of subtrees; of none what RFC 6962 gives the empty tree. */
export const treeRoot = (hashes: readonly string[]): string =>
  hashes.length === 0 ? sha256('') : rootOf(hashes, nodeHash);

/** What everybody may see of a kept ballot. */
export function leafOf(motionId: string, kept: KeptBallot): Leaf {
  const { voter, revision, commitment, origin, channel, weightSalt } = kept;
  const weight = sha256(weightText(motionId, kept, channel, weightSalt));
  return { voter, revision, commitment, origin, weight };
}

export const keptLeafHash = (motionId: string, kept: KeptBallot): string =>
  leafHash(leafText(motionId, leafOf(motionId, kept)));

/**
 * The salts of one sealing. Derived and not drawn: a count that broke off and is made again writes the very same parts (SEAL-1).
 * Who lacks the signing key cannot tell them from random.
 */
export function saltsOf(
  motionId: string,
): (purpose: 'choice' | 'weight' | 'weights', voter: string) => string {
  const key = secretFor('yard seal 1', motionId);
  return (purpose, voter) => createHmac('sha256', key).update(`${purpose} ${voter}`).digest('hex');
}
