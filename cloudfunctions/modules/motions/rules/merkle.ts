/** How two subtrees become one; leaves are hashed before they come here. */
export type Join = (left: string, right: string) => string;

/** The largest power of two below `size`: where RFC 6962 parts a tree. */
function splitOf(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

/**
 * Root of a tree over hashed leaves, as RFC 6962 (2.1) builds it. Roots of aligned subtrees of one size, a power of two, can stand
 * in the place of leaves: the root is the same. Throws RangeError without leaves: what the empty tree hashes to is the caller's.
 */
export function rootOf(leaves: readonly string[], join: Join): string {
  const [only] = leaves;
  if (only === undefined) throw new RangeError('a tree has leaves');
  if (leaves.length === 1) return only;
  const at = splitOf(leaves.length);
  return join(rootOf(leaves.slice(0, at), join), rootOf(leaves.slice(at), join));
}

/** What a leaf is joined with on its way to the root, the lowest first (RFC 6962, 2.1.1). Throws RangeError for no such leaf. */
export function pathOf(leaves: readonly string[], index: number, join: Join): string[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= leaves.length) {
    throw new RangeError(`no leaf ${index} of ${leaves.length}`);
  }
  if (leaves.length === 1) return [];
  const at = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, at), leaves.slice(at)];
  return index < at
    ? [...pathOf(left, index, join), rootOf(right, join)]
    : [...pathOf(right, index - at, join), rootOf(left, join)];
}
