import type { Reader, Transaction } from '../../kernel/database';
import { Refusal } from '../../kernel/refusal';
import type { MotionDocument } from '../motions/documents';
import type { PathBoardDocument } from './documents';
import { pathBoards } from './repository';
import { missingStep, type Told } from './rules/missing';
import { demandedBefore } from './rules/steps';

type Vote = Pick<MotionDocument, '_id' | 'proposalId' | 'body' | 'subject' | 'worth' | 'meetingId' | 'path'>;

/** The matter whose board a motion stands on. */
export const matterOf = ({ _id, proposalId }: Pick<Vote, '_id' | 'proposalId'>) => proposalId ?? _id;

/** The board of a motion's matter; nothing is read where no step has to be recorded before that vote (PATH-17). */
export async function boardFor(reader: Reader, vote: Vote): Promise<PathBoardDocument | null> {
  const onMeeting = vote.meetingId !== null;
  if (demandedBefore({ ...vote, onMeeting }, vote.worth).length === 0) return null;
  return pathBoards.of(reader, matterOf(vote));
}

/** Throws PATH_STEP_MISSING with the step and its article. */
export function requirePath(vote: Vote, board: PathBoardDocument | null, meeting: Told): void {
  const missing = missingStep(vote, board, meeting);
  if (missing) {
    throw new Refusal('PATH_STEP_MISSING', {
      step: missing.title,
      article: missing.article,
      todo: missing.todo,
    });
  }
}

/** Written with each announcement that relies on it: a record that is taken back finds the vote, or is found by it (PATH-16). */
export async function touchBoard(transaction: Transaction, board: PathBoardDocument | null): Promise<void> {
  if (board) await pathBoards.put(transaction, { ...board, announcements: board.announcements + 1 });
}
