import type { Period } from '@contract/opening-hours';

/** A time that is taken, with what is kept free after it, minutes. */
export interface Taken extends Period {
  buffer: number;
}

/** Whether two cannot both be: neither begins before the other has ended and been tidied up after (BOOK-2). Days do not touch. */
export function overlaps(a: Taken, b: Taken): boolean {
  return a.from < b.to + b.buffer && b.from < a.to + a.buffer;
}

/** Those of the taken ones that stand in the way. */
export function inTheWay<T extends Taken>(taken: readonly T[], wanted: Taken): T[] {
  return taken.filter((one) => overlaps(one, wanted));
}
