import type { ErrorCode } from '@contract/errors';
import type { Office } from '@contract/roles';
import { type Actor, belongsTo, holds, officesNow } from '../../kernel/person';
import type { MotionDocument } from '../motions/documents';
import { decisionOf } from '../motions/rules/worth';
import type { ActionItem, ResolutionDocument } from './documents';

const PUBLISHERS: Office[] = ['secretary', 'residents-committee', 'villagers-committee', 'owners-committee'];

/** Whoever reads here: the people of the place and the offices over it (SEC-11). */
export function maySee(actor: Actor, now: number, path: readonly string[]): ErrorCode | null {
  return belongsTo(actor, now, path) ? null : 'NOT_FOUND';
}

/** A counted motion is published once; one that failed as well (RES-9). */
export function mayPublish(actor: Actor, now: number, motion: MotionDocument): ErrorCode | null {
  if (!holds(actor, now, PUBLISHERS, motion.path)) return 'NOT_ALLOWED';
  if (motion.state !== 'counted' || !motion.verdict) return 'RESULT_PENDING';
  return motion.resolutionId ? 'RESOLUTION_STAGE' : null;
}

/** Work is given out for what was decided, until the author has said that it is done (RES-5); also late, where none was (RES-11). */
export function mayAddItem(actor: Actor, now: number, resolution: ResolutionDocument): ErrorCode | null {
  if (!holds(actor, now, PUBLISHERS, resolution.path)) return 'NOT_ALLOWED';
  const { stage, closed, worth, verdict } = resolution;
  const open = stage === 'publishing' || stage === 'doing' || closed?.how === 'nothing-to-do';
  const passed = decisionOf({ worth, outcome: verdict.outcome }) === 'passed';
  return open && passed ? null : 'RESOLUTION_STAGE';
}

/** The office that was made responsible, whoever holds it now (RES-6). */
export function mayReport(
  actor: Actor,
  now: number,
  resolution: ResolutionDocument,
  item: ActionItem,
): ErrorCode | null {
  const { office, placeId } = item.responsible;
  const held = officesNow(actor, now);
  if (held.length === 0) return 'NOT_ALLOWED';
  const responsible = held.some((one) => one.office === office && one.placeId === placeId);
  if (!responsible) return 'NOT_RESPONSIBLE';
  return resolution.stage === 'doing' && item.state === 'open' ? null : 'ACTION_ITEM_STAGE';
}

/** Whoever gives work out gives it to another office as long as it is open (RES-12). */
export function mayReassign(
  actor: Actor,
  now: number,
  resolution: ResolutionDocument,
  item: ActionItem,
): ErrorCode | null {
  if (!holds(actor, now, PUBLISHERS, resolution.path)) return 'NOT_ALLOWED';
  return resolution.stage === 'doing' && item.state === 'open' ? null : 'ACTION_ITEM_STAGE';
}

/** Only who proposed it says that it is done, or that it is not (RES-7). */
export function mayConfirm(actor: Actor, resolution: ResolutionDocument): ErrorCode | null {
  if (!resolution.authorIds.includes(actor.personId)) return 'NOT_PROPOSER';
  return resolution.stage === 'done' ? null : 'RESOLUTION_STAGE';
}
