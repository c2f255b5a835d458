import type { RecordedStep } from '@contract/paths';

/** One recording of a step; a correction is a new one, and the old one stays (PATH-15). */
export interface PathRecord {
  id: string;
  step: RecordedStep;
  /** The meeting or vote that it is good for; null: the matter; missing: from before it was kept, good for all of them (PATH-20). */
  forId?: string | null;
  /** 'YYYY-MM-DD' in +08:00. */
  doneOn: string;
  responsible: string;
  text: string;
  photos: string[];
  by: string;
  at: number;
  setAside: { at: number; by: string; reason: string; how: 'corrected' | 'withdrawn' } | null;
}

/** Collection `path_boards`: what was recorded of one matter. `_id` is made of the matter: it has one. */
export interface PathBoardDocument {
  _id: string;
  /** A proposal, or a motion without one. */
  matterId: string;
  path: string[];
  /** In the order of their recording. */
  records: PathRecord[];
  /** One more with each vote that is announced on it: the write at which an announcement meets a withdrawal (PATH-16). */
  announcements: number;
}
