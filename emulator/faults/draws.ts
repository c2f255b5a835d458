/**
 * Numbers from 0 up to 1, the same for the same seed: a Weyl sequence, each step scrambled so that neighbouring seeds have
 * nothing in common. Good enough to choose requests, and nothing else.
 */
export function draws(seed: number): () => number {
  let state = Math.trunc(seed) >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x45d9f3b);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
