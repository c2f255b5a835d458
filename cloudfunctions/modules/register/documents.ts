import type { ImportProblem, ImportState } from '@contract/register-import';
import type { HomeDocument, PlaceDocument } from '../members/documents';

/**
 * Collection `registers`; `_id` is the place whose register it is (rules/root.ts). The guard: every change of its homes' facts
 * writes it, whoever freezes a roll reads it (REG-7).
 */
export interface RegisterDocument {
  _id: string;
  /** Ids from the city down to the place itself. */
  path: string[];
  /** The version that holds; null where homes were only recorded by hand. */
  currentId: string | null;
  /** True while `homes` is being brought to what the current version says. */
  applying: boolean;
  /** Batches of the current version that are done. */
  applied: number;
  /** Epoch ms of the last batch. */
  movedAt: number;
  revision: number;
}

export interface ImportCounts {
  homes: number;
  /** 0.01 m² of what counts as an exclusive part */
  area: number;
  uses: Record<HomeDocument['use'], number>;
  holdings: Record<HomeDocument['holding'], number>;
}

export interface Difference {
  added: number;
  changed: number;
  gone: number;
  same: number;
}

/** Collection `register_versions`: an import, from its preview on. What it says of homes lies in its batches and never changes. */
export interface VersionDocument {
  _id: string;
  /** What its batches and namesakes are found by: made of its content and its try, so that one that was broken off mixes with nothing. */
  contentId: string;
  placeId: string;
  path: string[];
  state: ImportState;
  fileName: string;
  /** The sheet that was read; null for a text file. */
  sheet: string | null;
  /** SHA-256 of the file; of the version that it repeats, where it came from no file. */
  fileHash: string;
  /** SHA-256 of its homes in order. */
  hash: string;
  /** The version that it repeats, or null. */
  repeats: string | null;
  /** The register's revision that it was compared with. */
  comparedWith: number;
  counts: ImportCounts;
  difference: Difference;
  newPlaces: string[];
  problems: ImportProblem[];
  problemCount: number;
  notes: string[];
  batches: number;
  namesakes: number;
  undecided: number;
  /** Who said that all same names nobody decided on are different persons. */
  restDifferent: { by: string; at: number } | null;
  createdBy: string;
  createdByName: string;
  createdAt: number;
  committedBy: string | null;
  committedByName: string | null;
  committedAt: number | null;
  revision: number;
}

export interface ImportedOwner {
  key: string;
  name: string;
  proof: string | null;
  /** Whether the file gave the key; else it is the home's own (REG-5). */
  given: boolean;
}

export interface FieldChange {
  field: string;
  before: string;
  after: string;
}

/** A home as a version has it. */
export interface ImportedHome
  extends Pick<
    HomeDocument,
    'placeId' | 'path' | 'label' | 'use' | 'area' | 'areaBasis' | 'parkingBasis' | 'holding' | 'residents'
  > {
  homeId: string;
  /** The home whose row it stands in: its own, or of a parking space that of its owner's home. */
  rowHomeId: string;
  /** Its row in the file. */
  row: number;
  owners: ImportedOwner[];
  /** Left out: whoever the home chose before stays. */
  namedOwner?: { key: string; proof: string };
  representativeKey?: string;
  kind: 'added' | 'changed' | 'same';
  changes: FieldChange[];
}

export interface GoneHome {
  homeId: string;
  label: string;
}

/** Collection `register_batches`: a part of a version that fits into one request. */
export type BatchDocument = { _id: string; contentId: string; n: number } & (
  | { holds: 'places'; places: PlaceDocument[] }
  | { holds: 'homes'; homes: ImportedHome[] }
  | { holds: 'gone'; gone: GoneHome[] }
);

/**
 * Collection `register_leftovers`: what an import puts down before anything refers to it, a file or a version's content. Whoever is
 * through takes it off the list; what is still on it after a day, the timer removes (REG-4).
 */
export interface LeftoverDocument {
  _id: string;
  fileId: string | null;
  contentId: string | null;
  /** The version that would hold the content. */
  versionId: string | null;
  /** Epoch ms. */
  at: number;
}

export interface NamesakeMember {
  homeId: string;
  label: string;
  /** The key that this owner has, should nobody say that they are one person. */
  key: string;
  /** Whether the file gave the key. */
  given: boolean;
  /** Whether the register knew this owner of this home before. */
  known: boolean;
}

/** Collection `register_namesakes`: a name that stands in several homes of a version, and who said whether it is one person (ROLL-3). */
export interface NamesakeDocument {
  _id: string;
  contentId: string;
  /** In the order of the file. */
  n: number;
  name: string;
  members: NamesakeMember[];
  /** All members have the same telephone number in the file; the number itself is kept nowhere (REG-4). */
  samePhone: boolean;
  /** `before`: as in the register until now. */
  decision: 'same' | 'different' | 'before' | null;
  decidedBy: string | null;
  decidedAt: number | null;
}
