import type { OpeningHours, Period } from '@contract/opening-hours';

const DAYS = 7;

/** What a new place or room begins with: every day from nine to six. */
export function usualHours(): OpeningHours {
  const day = (): Period[] => [{ from: 9 * 60, to: 18 * 60 }];
  return { weekly: Array.from({ length: DAYS }, day), exceptions: [] };
}
