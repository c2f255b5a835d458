import type { ErrorCode } from '@contract/errors';
import type { MeetingDocument } from '../../meetings/documents';
import type { PathBoardDocument } from '../documents';
import { missingBefore, type PathVote } from './standing';
import type { StepRule } from './steps';

type Board = Pick<PathBoardDocument, 'records'> | null;
/** The meeting of the vote; null in writing. */
export type Told = Pick<MeetingDocument, 'committeeTold'> | null;

/** The step that is missing before a vote, or null. Notices from before it was kept told the committee (MEET-8). */
export function missingStep(vote: PathVote, board: Board, meeting: Told): StepRule | null {
  return missingBefore(vote, board?.records ?? [], meeting?.committeeTold !== false);
}

/** The same as a denial (PATH-17). */
export function pathDenial(vote: PathVote, board: Board, meeting: Told): ErrorCode | null {
  return missingStep(vote, board, meeting) ? 'PATH_STEP_MISSING' : null;
}
