import type { CallInput } from '@contract/calls';
import type { LiveView } from '@contract/live';
import { carriedOut } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { qrCodeFile } from '../../../kernel/qr-code';
import { store } from '../../../kernel/reader';
import { Refusal } from '../../../kernel/refusal';
import type { MotionDocument } from '../../motions/documents';
import { figuresView } from '../../motions/figures';
import { motions } from '../../motions/repository';
import { voteOf } from '../gather';
import { leadStep, requireLeaves } from '../lead';
import { leads, seenMeeting } from '../present';
import { lives } from '../repository';

const PAGE = 'packages/motions/detail/index';

async function announcedOn(meetingId: string, motionId: string): Promise<MotionDocument> {
  const motion = await motions.byId(store, motionId);
  const shown = motion?.state === 'announced' || motion?.state === 'counted';
  if (!motion || !shown || motion.meetingId !== meetingId) throw new Refusal('LIVE_VOTE_ELSEWHERE');
  return motion;
}

/** A picture for those who lead only: others are refused before the platform is asked for one. */
async function pictureFor(context: Context, meetingId: string, motionId: string): Promise<string | null> {
  const live = await lives.byId(store, meetingId);
  if (!leads(context, live) || (await carriedOut(context))) return null;
  return qrCodeFile(PAGE, motionId);
}

/**
 * Puts a vote of the item before everybody, or takes it away. It is the announced vote itself, with its own times and its own count:
 * nothing is opened or counted here (LIVE-10).
 */
export async function showVote(
  context: Context,
  { id, from, to }: CallInput<'live.vote'>,
): Promise<LiveView> {
  await seenMeeting(context, id);
  const motion = to === null ? null : await announcedOn(id, to);
  const [figures, qrFileId] = motion
    ? await Promise.all([figuresView(motion, context.now), pictureFor(context, id, motion._id)])
    : [null, null];
  return leadStep(context, id, (live) => {
    requireLeaves(live.vote?.motionId ?? null, from);
    if (!motion) return { ...live, vote: null };
    // What came up off the agenda belongs to no item (PATH-19).
    if (![live.itemId, null].includes(motion.agendaItemId)) throw new Refusal('LIVE_VOTE_ELSEWHERE');
    return { ...live, vote: voteOf(motion, figures, qrFileId) };
  });
}
