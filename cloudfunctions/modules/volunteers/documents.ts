import type { ReportKind } from '@contract/volunteers';

/** A shift that the person claimed, taken or waiting; it may have ended otherwise since: the shift says. */
export interface Upcoming {
  shiftId: string;
  title: string;
  startsAt: number;
  endsAt: number;
}

export interface Report {
  placeId: string;
  placeName: string;
  path: string[];
  kind: ReportKind;
  unit: string;
  at: number;
}

/** Collection `volunteers`, under the person's id: the guard of their own shifts (SHIFT-3). */
export interface VolunteerDocument {
  _id: string;
  bornOn: string | null;
  skills: string[];
  /** Eight digits, known to the person alone. */
  code: string;
  guardian: { name: string; dataToo: boolean; at: number; by: string; photos: string[] } | null;
  reports: Report[];
  upcoming: Upcoming[];
  revision: number;
  createdAt: number;
}
