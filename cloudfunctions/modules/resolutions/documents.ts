import type { Verdict, Worth } from '@contract/decision';
import type { Office } from '@contract/roles';

export interface ActionItem {
  id: string;
  title: string;
  /** The office that answers for it, and who holds it when it is given. */
  responsible: { label: string; office: Office; placeId: string; personId: string };
  dueOn: string;
  state: 'open' | 'done' | 'confirmed';
  progress: { at: number; by: string; text: string; photos: string[]; done: boolean }[];
}

/** Collection `resolutions`; `_id` is made of the motion: a motion has one. */
export interface ResolutionDocument {
  _id: string;
  motionId: string;
  proposalId: string | null;
  /** The authors of the proposal when it was published: they confirm. */
  authorIds: string[];
  title: string;
  text: string;
  /** Copied from the motion when it was published: what was counted stays what was counted. */
  verdict: Verdict;
  worth: Worth;
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
