import type { MinutesSignature, MinutesWords } from '@contract/minutes';
import type { Held } from '../../kernel/content-check';

/** One released version as its record lists it; the words stand in `minutes_versions`. */
export interface VersionHeader {
  number: number;
  by: string;
  /** Null of a version from before there were versions. */
  byId: string | null;
  at: number;
  change: string;
  /** sha256 hex; binds the version before it. */
  hash: string;
  /** One person each, so they stand here: two who chair at once meet on this document (MIN-7). */
  chair: Omit<MinutesSignature, 'role'> | null;
  recorder: Omit<MinutesSignature, 'role'> | null;
}

/** Collection `minutes`; `_id` is the meeting's: one record a meeting, written by each draft, release, correction and end of them. */
export interface MinutesDocument {
  _id: string;
  path: string[];
  /** Oldest first. */
  versions: VersionHeader[];
  draft: (MinutesWords & { by: string; at: number }) | null;
  draftRevision: number;
  state: 'draft' | 'released' | 'final';
  /** Corrections that wait for an answer. */
  open: number;
  correctionsUntil: number | null;
  final: { number: number; hash: string; at: number } | null;
}

/** Collection `minutes_versions`; `_id` is made of meeting and number. Never changed. */
export interface MinutesVersionDocument extends MinutesWords {
  _id: string;
  meetingId: string;
  number: number;
}

/** Collection `minutes_corrections`; `_id` is made of meeting, person and how many the person asked for before. */
export interface CorrectionDocument {
  _id: string;
  meetingId: string;
  personId: string;
  by: string;
  itemId: string | null;
  wrong: string;
  should: string;
  held: Held;
  at: number;
  state: 'open' | 'adopted' | 'declined';
  answer: { reason: string; by: string; at: number; version: number | null } | null;
}

/** Collection `minutes_signatures`: of those who were there; `_id` is made of meeting, version and person. */
export interface SignatureDocument {
  _id: string;
  meetingId: string;
  number: number;
  personId: string;
  name: string;
  at: number;
}
