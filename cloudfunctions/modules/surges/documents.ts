/** Collection `surges`: an office asks who can come within hours. Counts are added up from the answers (TASK-9). */
export interface SurgeDocument {
  _id: string;
  text: string;
  where: string;
  placeId: string;
  placeName: string;
  path: string[];
  withinHours: number;
  askedAt: number;
  closesAt: number;
  /** Set where it was closed by hand. */
  closedAt: number | null;
  counts: { coming: number; notComing: number; asOf: number };
  createdBy: string;
}

/** Collection `surge_answers`; `_id` is made of call and person: the last answer counts. */
export interface SurgeAnswerDocument {
  _id: string;
  surgeId: string;
  personId: string;
  coming: boolean;
  at: number;
}
