import type { Worth } from '@contract/decision';

/** What a vote on nominees was drafted as; `placeId` and `worth` are missing in drafts from before they were kept. */
export interface Nominated {
  roundId: string;
  nominees: string[];
  options: string[];
  placeId?: string;
  worth?: Worth;
}
