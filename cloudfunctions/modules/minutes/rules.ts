import type { MinutesWords } from '@contract/minutes';

/** House rule, announced with each release (MIN-3). */
export const CORRECTION_DAYS = 7;
/** Of one person for one meeting: enough for whoever means it, too few to drown the others. */
export const CORRECTIONS_EACH = 10;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Until when those who were there can ask for corrections of a version that is released at this instant, inclusive. */
export function correctionsUntil(releasedAt: number): number {
  return releasedAt + CORRECTION_DAYS * DAY_MS;
}

/** Whether two versions say the same, in whatever order their items came. */
export function sameWords(one: MinutesWords, other: MinutesWords): boolean {
  const spoken = ({ items }: MinutesWords) =>
    items.map(({ itemId, text }) => `${itemId}:${text}`).sort((a, b) => (a < b ? -1 : 1));
  return one.text === other.text && spoken(one).join('\n') === spoken(other).join('\n');
}

interface Standing {
  state: 'draft' | 'released' | 'final';
  open: number;
  correctionsUntil: number | null;
}

/** Whether the newest version stands as the last one: the time for corrections is over, and each of them has its answer (MIN-6). */
export function isFinalDue(record: Standing, now: number): boolean {
  const { state, open, correctionsUntil: until } = record;
  return state === 'released' && open === 0 && until !== null && until < now;
}
