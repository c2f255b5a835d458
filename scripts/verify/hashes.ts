import { createHash } from 'node:crypto';

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/** SHA-256 of a text in UTF-8, in hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

interface Subtree {
  leaves: number;
  hash: Buffer;
}

const joined = (left: Buffer, right: Buffer) =>
  createHash('sha256').update(NODE).update(left).update(right).digest();

/**
 * Root of the tree over these texts (docs/verify.md), in hex: complete subtrees are joined as soon as two of a size stand beside each
 * other, and what is left over at the end from the right.
 */
export function treeRoot(texts: Iterable<string>): string {
  const open: Subtree[] = [];
  for (const text of texts) {
    let hash = createHash('sha256').update(LEAF).update(text).digest();
    let leaves = 1;
    for (let before = open.at(-1); before?.leaves === leaves; before = open.at(-1)) {
      hash = joined(before.hash, hash);
      leaves *= 2;
      open.pop();
    }
    open.push({ leaves, hash });
  }
  const last = open.pop();
  if (!last) return sha256('');
  return open.reduceRight((right, { hash }) => joined(hash, right), last.hash).toString('hex');
}
