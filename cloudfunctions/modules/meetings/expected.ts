import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { enforce } from '../../kernel/refusal';
import { entriesNear } from '../motions/mine';
import type { MotionDocument } from '../motions/documents';
import { countsPresent } from '../motions/policy/terms';
import { voterIn, voterRefusal } from '../motions/policy/voter';
import { motions } from '../motions/repository';
import { proxies } from '../proxies/repository';
import type { MeetingDocument } from './documents';
import { isOfMeeting, maySee } from './policy';

type Summoning = Pick<MeetingDocument, '_id' | 'body' | 'placeId'>;

/**
 * Whether a vote of the meeting counts on this person being there (ASM-14): they stand on its frozen roll, also where they have left
 * their home or their seat since (ROLL-18), or they hold a proxy for it and have no home there (PROXY-2).
 */
export async function isExpected(
  { actor, now }: Context,
  meeting: Summoning,
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
export async function isExpectedAt(context: Context, meeting: Summoning): Promise<boolean> {
  if (isOfMeeting(context.actor, context.now, meeting)) return true;
  return isExpected(context, meeting, await motions.ofMeeting(store, meeting._id));
}

/**
 * Lets in whoever may see the meeting, its live face and its minutes alike (ROLL-18, MEET-4). Its votes are read only for who is
 * not of the place: a neighbour's poll of a live meeting stays at two requests (LIVE-7).
 * @throws Refusal NOT_FOUND
 */
export async function requireSeen(
  context: Context,
  meeting: Summoning & Pick<MeetingDocument, 'path' | 'noticedAt'>,
): Promise<void> {
  const { actor, now } = context;
  if (maySee(actor, now, meeting) === null) return;
  enforce(maySee(actor, now, meeting, await isExpectedAt(context, meeting)));
}
