export interface ActionItem {
  id: string;
  title: string;
  /** The office or person who is responsible, in words, and the person who reports. */
  responsible: { label: string; personId: string };
  dueOn: string;
  state: 'open' | 'done' | 'confirmed';
  progress: { at: number; by: string; text: string; photos: string[]; done: boolean }[];
}

/** Collection `resolutions`. */
export interface ResolutionDocument {
  _id: string;
  motionId: string;
  proposalId: string | null;
  title: string;
  text: string;
  outcome: 'passed' | 'not-passed' | 'no-quorum' | 'no-threshold';
  placeId: string;
  placeName: string;
  path: string[];
  publishedAt: number;
  /** Last day of the publication, 'YYYY-MM-DD'. */
  publishedUntilOn: string;
  items: ActionItem[];
  stage: 'publishing' | 'doing' | 'done' | 'closed';
  /** How it was closed: the author confirmed, or stayed silent for the announced days. */
  closed: { at: number; how: 'confirmed' | 'silent' | 'nothing-to-do' } | null;
  /** When the author was asked, and the day from which silence counts as agreement. */
  askedAt: number | null;
  silentOn: string | null;
  reopened: { at: number; reason: string }[];
  revision: number;
}
