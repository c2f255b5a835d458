import type { Period } from '@contract/opening-hours';
import { inTheWay, type Taken } from './overlap';

/** The room's day: when it is open, from when it may be booked, what is taken. */
export interface FreeDay {
  open: readonly Period[];
  bookable: Period | null;
  taken: readonly Taken[];
  step: number;
  buffer: number;
}

/** The free time of this length that begins nearest to the wanted hour, or null; of two equally near the earlier one (BOOK-12). */
export function nearestFree(
  { open, bookable, taken, step, buffer }: FreeDay,
  { from, to }: Period,
): Period | null {
  if (!bookable) return null;
  const length = to - from;
  const starts = open.flatMap((period) => {
    const first = Math.ceil(Math.max(period.from, bookable.from) / step) * step;
    const count = Math.max(0, Math.floor((period.to - length - first) / step) + 1);
    return Array.from({ length: count }, (_, n) => first + n * step);
  });
  const free = starts.filter(
    (start) => inTheWay(taken, { from: start, to: start + length, buffer }).length === 0,
  );
  const [nearest] = free.sort((a, b) => Math.abs(a - from) - Math.abs(b - from) || a - b);
  return nearest === undefined ? null : { from: nearest, to: nearest + length };
}
