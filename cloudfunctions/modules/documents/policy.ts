import type { ErrorCode } from '@contract/errors';
import type { MotionPhase } from '@contract/meetings';
import { PAPER_OFFICES } from '@contract/roles';
import { type Actor, holds, officesNow } from '../../kernel/person';
import type { MeetingDocument } from '../meetings/documents';

interface Voted {
  placeId: string;
  path: readonly string[];
  phase: MotionPhase;
}

/** Whether the actor has such an office over the vote's place, or over a part of it (DOC-6). */
function answersThere(actor: Actor, now: number, { placeId, path }: Voted): boolean {
  const within = officesNow(actor, now).some(
    ({ office, path: held }) => PAPER_OFFICES.includes(office) && held.includes(placeId),
  );
  return within || holds(actor, now, PAPER_OFFICES, path);
}

/** Whether papers that name voters can be made of a vote at all: from its announcement until it closes (DOC-6). */
export function mayMakeVoterPapers(actor: Actor, now: number, vote: Voted): ErrorCode | null {
  if (!answersThere(actor, now, vote)) return 'NOT_ALLOWED';
  if (vote.phase === 'draft') return 'DOCUMENT_NOT_READY';
  if (vote.phase === 'cancelled') return 'MOTION_STAGE';
  return vote.phase === 'announced' || vote.phase === 'open' ? null : 'BALLOT_CLOSED';
}

/** Whether the actor's office reaches these very voters: a building head's own building only (DOC-6). */
export function reachesGroup(actor: Actor, now: number, groupPath: readonly string[]): boolean {
  return holds(actor, now, PAPER_OFFICES, groupPath);
}

/** A notice hangs once everybody was told, and not of a meeting that was called off (MEET-15). */
export function noticeRefusal({ noticedAt, stage }: MeetingDocument): ErrorCode | null {
  if (stage === 'cancelled') return 'MEETING_STAGE';
  return noticedAt === null ? 'DOCUMENT_NOT_READY' : null;
}

export function minutesRefusal({ minutes }: MeetingDocument): ErrorCode | null {
  return minutes === null ? 'DOCUMENT_NOT_READY' : null;
}
