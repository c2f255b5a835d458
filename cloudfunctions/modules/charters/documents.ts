import type { Article, CharterKind } from '@contract/charters';

export interface Filing {
  filedOn: string;
  office: string;
  photos: string[];
  by: string;
  at: number;
}

/** Where a version comes from: an office recorded the decision, or a resolution of the app carried it. */
export type VersionSource =
  | { kind: 'recorded'; decidedOn: string; decidedBy: string; photos: string[] }
  | { kind: 'resolution'; resolutionId: string; title: string };

/** One version as its charter lists it; the articles stand in `charter_versions`. */
export interface VersionHeader {
  number: number;
  inForceAt: number;
  source: VersionSource;
  by: string;
  hash: string;
  filing: Filing | null;
}

/** Collection `charters`; `_id` is made of place, kind and title. Written by each new version: of two changes on one base, one is carried. */
export interface CharterDocument {
  _id: string;
  kind: CharterKind;
  title: string;
  placeId: string;
  placeName: string;
  path: string[];
  /** Oldest first; the last one is in force. */
  versions: VersionHeader[];
  revision: number;
  createdAt: number;
}

/** Collection `charter_versions`; `_id` is made of charter and number. Never changed. */
export interface CharterVersionDocument {
  _id: string;
  charterId: string;
  number: number;
  articles: Article[];
}

/** Collection `charter_drafts`; `_id` is the motion's: one change a motion, fixed with its announcement. */
export interface CharterDraftDocument {
  _id: string;
  charterId: string;
  base: number;
  articles: Article[];
  hash: string;
  at: number;
  /** Set when the result was published. */
  outcome: 'in-force' | 'outdated' | 'no-effect' | null;
}
