/** Where a paper ties the database to what hangs on the wall: nobody who prints it can change it there later. */
export interface Anchor {
  motionId: string;
  rollHash: string;
  /** Null where the environment has no signing key. */
  keyId: string | null;
  /** The last seal of the audit chain when the paper was made; null before the first. */
  seal: { number: number; hash: string } | null;
}

/**
 * The anchor as it is printed and coded (docs/decisions/0009): lines of a word, a space and a value, each ended by a line feed;
 * «none» stands for what there is not.
 */
export function anchorText({ motionId, rollHash, keyId, seal }: Anchor): string {
  const lines = [
    'yard-anchor-1',
    `motion ${motionId}`,
    `roll ${rollHash}`,
    `key ${keyId ?? 'none'}`,
    `audit ${seal ? `${seal.number} ${seal.hash}` : 'none'}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}
