import type { ErrorCode } from '@contract/errors';
import { CONVENING_OFFICES } from '@contract/roles';
import { type Actor, belongsTo, holds } from '../../kernel/person';
import type { MotionDocument } from '../motions/documents';
import { phaseOf } from '../motions/policy/phase';
import { postponeRefusal } from '../motions/rules/clock';
import type { NominationDocument, RoundDocument } from './documents';
import { CANDIDATES_MAX } from './rules';

/** A round with its vote; a vote that was cancelled is none. */
export interface Case {
  round: RoundDocument;
  motion: MotionDocument | null;
}

export const runningVote = (motion: MotionDocument | null) =>
  motion && motion.state !== 'cancelled' ? motion : null;

export function maySee(actor: Actor, now: number, path: readonly string[]): ErrorCode | null {
  return belongsTo(actor, now, path) ? null : 'NOT_FOUND';
}

export function mayOpen(actor: Actor, now: number, path: readonly string[]): ErrorCode | null {
  return holds(actor, now, CONVENING_OFFICES, path) ? null : 'NOT_ALLOWED';
}

/** Anybody of the place, until the announced days are over (NOM-1). */
export function mayNominate(now: number, { round, motion }: Case): ErrorCode | null {
  return runningVote(motion) || now > round.closesAt ? 'NOMINATING_OVER' : null;
}

/** The nominee, or the guardian of a minor: never whoever nominated them (NOM-2). */
export function mayAnswer(actor: Actor, { motion }: Case, nomination: NominationDocument): ErrorCode | null {
  if (nomination.nominatorId === actor.personId) return 'NOMINATION_OWN';
  if (runningVote(motion)) return 'NOMINATING_OVER';
  return nomination.state === 'asked' ? null : 'NOMINATION_STAGE';
}

export function mayRecordConsent(
  actor: Actor,
  now: number,
  { round, motion }: Case,
  nomination: NominationDocument,
): ErrorCode | null {
  const denial = mayOpen(actor, now, round.path);
  if (denial) return denial;
  if (nomination.nominatorId === actor.personId) return 'NOMINATION_OWN';
  if (runningVote(motion)) return 'NOMINATING_OVER';
  return nomination.state === 'asked' ? null : 'NOMINATION_STAGE';
}

/** After the nominee agreed, and before there is a vote (NOM-3). */
export function mayCheck(
  actor: Actor,
  now: number,
  { round, motion }: Case,
  nomination: NominationDocument,
): ErrorCode | null {
  const denial = mayOpen(actor, now, round.path);
  if (denial) return denial;
  if (runningVote(motion)) return 'NOMINATING_OVER';
  if (nomination.consent?.personId === actor.personId) return 'NOMINATION_OWN';
  return nomination.state === 'agreed' ? null : 'NOMINATION_STAGE';
}

/** Until the vote opens: one that is announced is called off with it, unless it opens within a minute (NOM-5, MOT-10). */
export function voteStands(motion: MotionDocument | null, now: number): ErrorCode | null {
  const running = runningVote(motion);
  if (!running || running.state === 'draft') return null;
  return phaseOf(running, now) === 'announced' ? postponeRefusal(running, now) : 'NOMINATION_VOTING';
}

/** Whoever agreed; the office, for whoever agreed on paper. */
export function mayWithdraw(
  actor: Actor,
  now: number,
  { round, motion }: Case,
  { consent, state }: NominationDocument,
): ErrorCode | null {
  const own = consent !== null && consent.personId === actor.personId;
  const forThem = consent !== null && consent.personId === null && mayOpen(actor, now, round.path) === null;
  if (!own && !forThem) return 'NOT_ALLOWED';
  if (state !== 'agreed' && state !== 'candidate') return 'NOMINATION_STAGE';
  return voteStands(motion, now);
}

/** The days are over, there is something to choose from, and no vote yet (NOM-4). */
export function mayDraftVote(actor: Actor, now: number, { round, motion }: Case): ErrorCode | null {
  const denial = mayOpen(actor, now, round.path);
  if (denial) return denial;
  if (runningVote(motion)) return 'NOMINATION_VOTING';
  if (now <= round.closesAt) return 'NOMINATING_OPEN';
  return round.candidateIds.length < 2 ? 'NOMINEES_TOO_FEW' : null;
}

export function roomRefusal({ candidateIds }: RoundDocument): ErrorCode | null {
  return candidateIds.length < CANDIDATES_MAX ? null : 'NOMINEES_ENOUGH';
}
