import type { NAMED_FORMS } from '@contract/meeting-forms';
import type { Office } from '@contract/roles';
import type { Rhythm } from './rules/rhythm';

/** Collection `meeting_series`: a meeting that comes again. */
export interface SeriesDocument extends Rhythm {
  _id: string;
  title: string;
  form: (typeof NAMED_FORMS)[number];
  placeId: string;
  placeName: string;
  path: string[];
  convener: Office;
  venue: string;
  /** 'HH:MM' in +08:00 */
  startsAt: string;
  minutes: number;
  /** Days before a session at which its draft is made. */
  leadDays: number;
  /** Counts the days of the rhythm: the next one that nothing was prepared for. */
  next: number;
  state: 'active' | 'ended';
  /** When that is to be prepared; null once it has ended. */
  dueAt: number | null;
  ended: { at: number; reason: string } | null;
  revision: number;
  createdBy: string;
  createdAt: number;
}

export interface Suggestion {
  id: string;
  personId: string;
  personName: string;
  text: string;
  at: number;
  /** The topic of the agenda that it was put to. */
  itemId: string | null;
  answer: { text: string; by: string; at: number } | null;
  answered: boolean | null;
}

/** Collection `series_sessions`; `_id` is made of series and day. It holds all its suggestions: they are counted where they are written. */
export interface SessionDocument {
  _id: string;
  seriesId: string;
  on: string;
  meetingId: string;
  suggestions: Suggestion[];
}
