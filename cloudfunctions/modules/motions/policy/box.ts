import type { ErrorCode } from '@contract/errors';
import { PAPER_OFFICES } from '@contract/roles';
import type { BoxState } from '@contract/secret-ballots';
import { type Actor, belongsTo, holds } from '../../../kernel/person';
import type { MeetingDocument } from '../../meetings/documents';
import type { MotionDocument, RollEntryDocument } from '../documents';
import { countingBeginsAt } from '../rules/clock';
import { isSecret, LEAST_VOTERS } from '../rules/secret';
import type { BallotBoxDocument, BallotMarkDocument } from '../secret/documents';
import { ballotTime } from './office';
import { ownPaperDenial, presenceDenial, settlingTime } from './paper';

/** Whether a roll of so many can vote in secret (SECRET-2). */
export function rollSecretRefusal(
  motion: { ballot?: 'named' | 'secret' },
  heads: number,
): 'SECRET_TOO_FEW' | null {
  return isSecret(motion) && heads < LEAST_VOTERS ? 'SECRET_TOO_FEW' : null;
}

/** Whether the actor has to do with this motion's ballot box at all (SECRET-7). */
export function mayHandleBox(actor: Actor, now: number, motion: MotionDocument): ErrorCode | null {
  if (!holds(actor, now, PAPER_OFFICES, motion.path))
    return belongsTo(actor, now, motion.path) ? 'NOT_ALLOWED' : 'NOT_FOUND';
  if (!isSecret(motion)) return 'BALLOT_NAMED';
  return motion.paper ? null : 'BOX_NOT_TAKEN';
}

/** Whether there is anything to do on the page of the box now. */
export function mayOpenBox(actor: Actor, now: number, motion: MotionDocument): ErrorCode | null {
  return mayHandleBox(actor, now, motion) ?? settlingTime(motion, now);
}

/** Whether a paper can be marked as put in at an instant; nobody marks their own (PAP-3). */
export function markDenial(
  actor: Actor,
  at: number,
  motion: MotionDocument,
  entry: RollEntryDocument,
  meeting: MeetingDocument | null,
): ErrorCode | null {
  return (
    mayHandleBox(actor, at, motion) ??
    ownPaperDenial(actor, motion, entry) ??
    ballotTime(motion, at) ??
    presenceDenial({ motion, meeting, channel: 'paper' }, at)
  );
}

/** Who marked a paper by mistake takes the mark back while the vote is open: it was never in the box (SECRET-7). */
export function unmarkDenial(
  actor: Actor,
  at: number,
  motion: MotionDocument,
  mark: BallotMarkDocument | null,
): ErrorCode | null {
  const denial = mayHandleBox(actor, at, motion) ?? ballotTime(motion, at);
  if (denial) return denial;
  return mark?.channel === 'box' && mark.castBy === actor.personId ? null : 'BOX_NOT_MARKED';
}

/** Whether the box may be counted at an instant: no mark can come any more (CLK-3), and the settling is not over. */
function countingTime(actor: Actor, at: number, motion: MotionDocument): ErrorCode | null {
  const denial = mayHandleBox(actor, at, motion) ?? settlingTime(motion, at);
  if (denial) return denial;
  return at < countingBeginsAt(motion.closesAt) ? 'BOX_NOT_CLOSED' : null;
}

/** Whether the actor may say what is in the box, as the first: also again over their own entry, until somebody checked it. */
export function enterBoxDenial(
  actor: Actor,
  at: number,
  motion: MotionDocument,
  box: BallotBoxDocument | null,
): ErrorCode | null {
  const denial = countingTime(actor, at, motion);
  if (denial || !box || box.state === 'differed') return denial;
  return box.state === 'entered' && box.entered.by === actor.personId ? null : 'BOX_STAGE';
}

/** Whether the actor may say it as the second. */
export function confirmBoxDenial(
  actor: Actor,
  at: number,
  motion: MotionDocument,
  box: BallotBoxDocument | null,
): ErrorCode | null {
  const denial = countingTime(actor, at, motion);
  if (denial) return denial;
  if (box?.state !== 'entered') return 'BOX_STAGE';
  return box.entered.by === actor.personId ? 'BOX_SAME_OFFICER' : null;
}

/** What is to be done with the box at an instant. */
export function boxStateOf(motion: MotionDocument, at: number, box: BallotBoxDocument | null): BoxState {
  if (box?.state === 'confirmed') return 'confirmed';
  if (at < countingBeginsAt(motion.closesAt)) return 'open';
  if (settlingTime(motion, at) !== null) return 'over';
  return box?.state ?? 'due';
}
