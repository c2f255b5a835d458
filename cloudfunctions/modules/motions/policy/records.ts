import type { ErrorCode } from '@contract/errors';
import type { Office } from '@contract/roles';
import { type Actor, holds } from '../../../kernel/person';
import type { MotionDocument, RollEntryDocument } from '../documents';
import { voterIn, voterRefusal } from './voter';

/** Those who answer for how a place decides; not who works there for others (property manager, grid worker). */
const ANSWERING: Office[] = [
  'administrator',
  'street-officer',
  'secretary',
  'residents-committee',
  'villagers-committee',
  'owners-committee',
];

/**
 * Whether the actor may read the records of a counted vote, ballot by ballot (SEAL-6, 解释 13): whoever could vote in it, an owner whom the
 * co-owners did not name among them, and whoever has moved out since (ROLL-18), and the offices that answer for the place. `near`: entries of the roll that touch the actor.
 */
export function mayReadRecords(
  actor: Actor,
  now: number,
  motion: Pick<MotionDocument, 'path' | 'roll'>,
  near: readonly RollEntryDocument[],
): ErrorCode | null {
  if (holds(actor, now, ANSWERING, motion.path)) return null;
  if (!actor.person) return 'NOT_SIGNED_IN';
  const voter = voterIn(motion, actor.person);
  const own = near.some((entry) => [null, 'CO_OWNER_NAMED'].includes(voterRefusal(voter, entry)));
  return own ? null : 'RECORDS_CLOSED';
}
