import type { Choice } from '@contract/decision';
import type { BoxContent } from '@contract/secret-ballots';
import type { BallotProof } from '../documents';

/**
 * Collection `ballot_marks`; `_id` is made of motion and voter: that the voter has voted, and nothing of what. It is the guard of a
 * secret ballot: phone and box write the same document (SECRET-3).
 */
export interface BallotMarkDocument {
  _id: string;
  motionId: string;
  entryId: string;
  channel: 'phone' | 'box';
  /** Who cast it on the phone; of a paper the officer who saw it put in. */
  castBy: string;
  castAt: number;
  clientId: string;
  /** Commits to the mark; the salt opens that and no choice. */
  proof: BallotProof;
  helper: string | null;
}

/**
 * Collection `ballot_choices`: what somebody chose, under an id that was drawn. Nothing else may ever stand here: whatever this had in
 * common with a mark would tell whose it is (SECRET-4). Removed once the count is sealed (SECRET-8).
 */
export interface BallotChoiceDocument {
  _id: string;
  motionId: string;
  choice: Choice;
}

interface BoxEntry {
  by: string;
  byName: string;
  at: number;
  /** Null once the count is sealed: then only the figures of the whole vote are left (SECRET-8). */
  content: BoxContent | null;
}

/** Collection `ballot_boxes`; `_id` is the motion's: the box is counted once, by two officers (SECRET-7). */
export interface BallotBoxDocument {
  _id: string;
  motionId: string;
  state: 'entered' | 'differed' | 'confirmed';
  entered: BoxEntry;
  /** Photos of the tally sheet. */
  photos: string[];
  confirmed: { by: string; byName: string; at: number; reason: string | null } | null;
  /** Drawn at random when it was confirmed: mixes its papers among the others in the export. Null once those are removed. */
  draw: string | null;
  revision: number;
}

/** What became of the marks that are no ballot, on the counted motion; null in a named one and where no paper was taken. */
export interface BoxResult {
  /** Papers that name no choice, or several. */
  spoiled: number;
  /** Fewer papers in the box than marks. */
  missing: number;
  /** Marks of a box that nobody counted in time, or that held more papers than marks. */
  uncounted: number;
  /** Why the box was invalid, in the words of both officers. */
  invalid: { papers: number; reasons: string[] } | null;
}
