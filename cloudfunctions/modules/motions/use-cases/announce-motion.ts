import type { CallInput } from '@contract/calls';
import type { MotionDetail } from '@contract/motions';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal, requireRevision } from '../../../kernel/refusal';
import { meetings } from '../../meetings/repository';
import { proposals } from '../../proposals/repository';
import { announced, whoAndWhen } from '../announcement';
import type { MotionDocument } from '../documents';
import { conveningLaw } from '../drafting';
import { followAnnounced } from '../follow';
import { matterRefusal, meetingRefusal, proposalRefusal, windowRefusal } from '../policy/draft';
import { mayAnnounce, maySee } from '../policy/office';
import { presentById } from '../present';
import { motions } from '../repository';
import { freezeRoll } from '../roll/freeze';
import { ANNOUNCE_MS } from '../rules/clock';

type Law = Awaited<ReturnType<typeof conveningLaw>>;

/** The meeting has told everybody what it is about before it votes on it (MOT-4). */
async function meetingOf(transaction: Transaction, motion: MotionDocument) {
  if (motion.meetingId === null) return null;
  const meeting = found(await meetings.byId(transaction, motion.meetingId));
  enforce(meetingRefusal(meeting, motion));
  if (meeting.stage !== 'noticed') throw new Refusal('MEETING_STAGE');
  return meeting;
}

/** Written with each vote announced on it: so the vote finds a meeting that is being cancelled or moved, or is found by it (MEET-11). */
async function touchMeeting(transaction: Transaction, { meetingId }: MotionDocument): Promise<void> {
  if (meetingId === null) return;
  const meeting = found(await meetings.byId(transaction, meetingId));
  await meetings.put(transaction, { ...meeting, votesAnnounced: (meeting.votesAnnounced ?? 0) + 1 });
}

/** What the law said when it was drafted may have changed since; the times begin no earlier than now. */
async function finalOf(
  transaction: Transaction,
  draft: MotionDocument,
  law: Law,
  now: number,
): Promise<MotionDocument> {
  const meeting = await meetingOf(transaction, draft);
  const planned =
    meeting && draft.timesOfMeeting ? { opensAt: meeting.startsAt, closesAt: meeting.endsAt } : draft;
  const opensAt = Math.max(planned.opensAt, now);
  const motion = { ...draft, opensAt, closesAt: planned.closesAt };
  if (motion.closesAt - opensAt < ANNOUNCE_MS) throw new Refusal('TIME_IN_PAST');
  enforce(matterRefusal(motion, motion.rule, law.profile) ?? windowRefusal(motion, meeting, law.profile));
  if (motion.proposalId !== null) {
    enforce(proposalRefusal(found(await proposals.byId(transaction, motion.proposalId)), motion));
  }
  return motion;
}

function announcementOf(motion: MotionDocument) {
  const { rule, worth, opensAt, closesAt, roll } = motion;
  return announced(motion, {
    kind: 'vote-announced',
    title: `表决通知：${motion.title}`,
    body: whoAndWhen(motion),
    facts: { rule, worth, opensAt, closesAt, roll: roll?.id, rollHash: roll?.hash },
  });
}

/**
 * Announces a motion: freezes its roll before the transaction, for it is too large for one (ROLL-12), then makes it current with
 * one write. Broken off in between it is taken up again: a version that nothing refers to harms nobody.
 */
export async function announceMotion(
  context: Context,
  input: CallInput<'motions.announce'>,
): Promise<MotionDetail> {
  const { actor, now } = context;
  const draft = found(await motions.byId(store, input.id));
  enforce(maySee(actor, now, draft));
  const law = await conveningLaw(draft, now);
  // Announced already, it is a repetition, or it is refused below: then no roll is made.
  const waiting = mayAnnounce(actor, now, draft, law.conveners) === null && draft.revision === input.revision;
  const roll = waiting ? await freezeRoll(draft, now) : null;
  await change(context, async (transaction) => {
    const before = found(await motions.byId(transaction, input.id));
    enforce(mayAnnounce(actor, now, before, law.conveners));
    requireRevision(before, input.revision);
    const motion: MotionDocument = {
      ...(await finalOf(transaction, before, law, now)),
      state: 'announced',
      roll,
      phonePresence: law.profile.phonePresence.includes(before.body),
      revision: before.revision + 1,
    };
    await motions.put(transaction, motion);
    await touchMeeting(transaction, motion);
    await followAnnounced(transaction, context, motion);
    return announcementOf(motion);
  });
  return presentById(context, input.id);
}
