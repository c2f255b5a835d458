import type { ErrorCode } from '@contract/errors';
import { CONVENING_OFFICES, type Office } from '@contract/roles';
import { type Actor, belongsTo, holds, seatsLeft, tiesOnRoll } from '../../../kernel/person';
import type { MotionDocument } from '../documents';
import { ANNOUNCE_MS, ballotTimeRefusal, postponeRefusal } from '../rules/clock';
import { phaseOf } from './phase';

export function mayPrepare(actor: Actor, now: number, path: readonly string[]): ErrorCode | null {
  if (holds(actor, now, CONVENING_OFFICES, path)) return null;
  return belongsTo(actor, now, path) ? 'NOT_ALLOWED' : 'NOT_FOUND';
}

/** The office that may convene the body, or the secretary who acts in its name (MOT-7, PATH-6). */
export function mayConvene(
  actor: Actor,
  now: number,
  path: readonly string[],
  conveners: readonly Office[],
): ErrorCode | null {
  return (
    mayPrepare(actor, now, path) ??
    (holds(actor, now, ['secretary', ...conveners], path) ? null : 'CONVENER_WRONG')
  );
}

/** Whether somebody had a home or a seat there when the roll was frozen: who has left since sees the vote that is still theirs (ROLL-18). */
function leftSince({ person }: Actor, now: number, { roll, placeId, bodyKind }: MotionDocument): boolean {
  if (!person || !roll) return false;
  const { frozenAt } = roll;
  const seats = bodyKind === 'delegates' ? seatsLeft(person, now) : [];
  if (seats.some((held) => held.untilAt >= frozenAt && held.placeId === placeId)) return true;
  return tiesOnRoll(person, frozenAt).some(({ path }) => path.includes(placeId));
}

/** What was announced is for everybody in the place; drafts are the offices' own (SEC-11). */
export function maySee(actor: Actor, now: number, motion: MotionDocument): ErrorCode | null {
  if (mayPrepare(actor, now, motion.path) === null) return null;
  if (!motion.roll) return 'NOT_FOUND';
  return belongsTo(actor, now, motion.path) || leftSince(actor, now, motion) ? null : 'NOT_FOUND';
}

/** Nothing of a motion changes once it is announced (MOT-5). */
export function mayEdit(
  actor: Actor,
  now: number,
  motion: MotionDocument,
  conveners: readonly Office[],
): ErrorCode | null {
  return mayConvene(actor, now, motion.path, conveners) ?? (motion.state === 'draft' ? null : 'MOTION_STAGE');
}

/** The same question as editing: a draft, by the office of its body. */
export const mayAnnounce = mayEdit;

/** Until a minute before it opens: no ballot that was acknowledged goes with it (MOT-10). */
export function mayCancel(
  actor: Actor,
  now: number,
  motion: MotionDocument,
  conveners: readonly Office[],
): ErrorCode | null {
  const denial = mayConvene(actor, now, motion.path, conveners);
  if (denial || motion.state === 'draft') return denial;
  return phaseOf(motion, now) === 'announced' ? postponeRefusal(motion, now) : 'MOTION_STAGE';
}

/** Until a minute before it closes: a new closing is announced that long before the old one (CLK-4). */
export function mayChangeClosing(
  actor: Actor,
  now: number,
  motion: MotionDocument,
  conveners: readonly Office[],
): ErrorCode | null {
  const denial = mayConvene(actor, now, motion.path, conveners);
  if (denial) return denial;
  if (!['announced', 'open'].includes(phaseOf(motion, now))) return 'MOTION_STAGE';
  return motion.closesAt - now < ANNOUNCE_MS ? 'CLOSING_TOO_SOON' : null;
}

/** Whether a ballot can be cast at this instant at all, whoever asks (CLK-1, CLK-7). */
export function ballotTime(motion: MotionDocument, at: number): ErrorCode | null {
  if (motion.state === 'counted') return 'BALLOT_CLOSED';
  return motion.state === 'announced' ? ballotTimeRefusal(motion, at) : 'MOTION_STAGE';
}
