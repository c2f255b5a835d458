import type { ErrorCode } from '@contract/errors';
import type { Office } from '@contract/roles';
import type { ChallengeOutcome } from '@contract/rolls';
import type { Actor } from '../../kernel/person';
import type { MotionDocument } from '../motions/documents';
import { mayConvene } from '../motions/policy/office';
import { phaseOf } from '../motions/policy/phase';
import { postponeRefusal } from '../motions/rules/clock';
import type { ChallengeDocument } from './documents';

/** Often enough for whoever found a second mistake, and few enough that nobody can make a document grow without end. */
export const ROUNDS = 3;

/** Until the vote closes: before it opens it can move the roll, later it is recorded (ROLL-14, ROLL-16). */
export function mayChallenge(motion: MotionDocument, now: number): ErrorCode | null {
  return ['announced', 'open'].includes(phaseOf(motion, now)) ? null : 'MOTION_STAGE';
}

/** Once more only after the answer, and not without end. */
export function againRefusal(before: ChallengeDocument | null): ErrorCode | null {
  if (!before) return null;
  if (before.state === 'open') return 'CHALLENGE_OPEN';
  return before.earlier.length + 1 >= ROUNDS ? 'CHALLENGE_ANSWERED' : null;
}

/** The office that convenes the body answers, and nobody their own objection. */
export function mayAnswer(
  actor: Actor,
  now: number,
  motion: MotionDocument,
  conveners: readonly Office[],
  challenge: ChallengeDocument | null,
): ErrorCode | null {
  const denial = mayConvene(actor, now, motion.path, conveners);
  if (denial || !challenge) return denial;
  if (challenge.personId === actor.personId) return 'OWN_CHALLENGE';
  return challenge.state === 'open' ? null : 'CHALLENGE_ANSWERED';
}

/** «Corrected» is said only where the roll was made anew after the objection: words alone correct nothing (ROLL-16). */
export function outcomeRefusal(
  outcome: ChallengeOutcome,
  challenge: ChallengeDocument,
  { roll, opensAt }: MotionDocument,
  now: number,
): ErrorCode | null {
  const renewed = roll !== null && roll.frozenAt > challenge.raisedAt;
  if (outcome === 'corrected') return renewed ? null : 'ROLL_NOT_RENEWED';
  // Before it opens whatever is wrong can still be mended for this very vote.
  return outcome === 'later' && now < opensAt && challenge.inTime ? 'ROLL_NOT_RENEWED' : null;
}

/** Until a minute before it opens, longer than the call takes: no ballot is ever cast on a roll that is replaced (ROLL-15). */
export function mayRenew(
  actor: Actor,
  now: number,
  motion: MotionDocument,
  conveners: readonly Office[],
  at = now,
): ErrorCode | null {
  const denial = mayConvene(actor, now, motion.path, conveners);
  if (denial) return denial;
  if (motion.state !== 'announced') return 'MOTION_STAGE';
  return phaseOf(motion, at) === 'announced' ? postponeRefusal(motion, at) : 'ROLL_FROZEN';
}
