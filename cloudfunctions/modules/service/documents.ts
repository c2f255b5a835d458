import type { Means, RecordState } from '@contract/service';

export interface Times {
  inAt: number | null;
  outAt: number | null;
  minutes: number;
}

/** What a record said before it was put right. */
export interface EarlierTimes extends Times {
  state: RecordState;
  at: number;
  /** Id of whoever put it right. */
  by: string;
  reason: string;
}

export interface Dispute {
  text: string;
  at: number;
  answer: { text: string; by: string; at: number } | null;
}

/**
 * Collection `service_records`; `_id` is that of the claim, so that a person has one of a shift. What a certificate of hours rests on:
 * kept, with the id of the person and without a name (HOURS-1).
 */
export interface RecordDocument extends Times {
  _id: string;
  shiftId: string;
  taskId: string;
  title: string;
  where: string;
  placeId: string;
  placeName: string;
  path: string[];
  teamId: string | null;
  teamName: string | null;
  personId: string;
  startsAt: number;
  endsAt: number;
  /** 'YYYY-MM' of the start in +08:00 */
  month: string;
  state: RecordState;
  means: Means | null;
  earlier: EarlierTimes[];
  disputes: Dispute[];
  revision: number;
  createdAt: number;
}

/** Collection `patrol_logs`: lines that people wrote during a shift. */
export interface LogDocument {
  _id: string;
  shiftId: string;
  personId: string;
  text: string;
  photos: string[];
  at: number;
}
