import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { entriesNear } from '../motions/mine';
import type { MotionDocument } from '../motions/documents';
import { countsPresent } from '../motions/policy/terms';
import { voterIn, voterRefusal } from '../motions/policy/voter';
import { motions } from '../motions/repository';
import { proxies } from '../proxies/repository';
import type { MeetingDocument } from './documents';
import { isOfMeeting } from './policy';

/**
 * Whether a vote of the meeting counts on this person being there (ASM-14): they stand on its frozen roll, also where they have left
 * their home or their seat since (ROLL-18), or they hold a proxy for it and have no home there (PROXY-2).
 */
export async function isExpected(
  { actor, now }: Context,
  meeting: MeetingDocument,
  votes: readonly MotionDocument[],
): Promise<boolean> {
  const { person } = actor;
  if (!person) return false;
  if (isOfMeeting(actor, now, meeting)) return true;
  const counted = votes.filter((motion) => motion.state === 'announced' && countsPresent(motion));
  if (counted.length === 0) return false;
  const [near, held] = await Promise.all([entriesNear(person, counted), proxies.ofHolder(person._id)]);
  if (held.some(({ arenaId }) => arenaId === meeting._id)) return true;
  return counted.some((motion) =>
    near.some(
      (entry) => entry.rollId === motion.roll?.id && voterRefusal(voterIn(motion, person), entry) === null,
    ),
  );
}

/** The same, where the votes of the meeting are not read yet. */
export async function isExpectedAt(context: Context, meeting: MeetingDocument): Promise<boolean> {
  if (isOfMeeting(context.actor, context.now, meeting)) return true;
  return isExpected(context, meeting, await motions.ofMeeting(store, meeting._id));
}
