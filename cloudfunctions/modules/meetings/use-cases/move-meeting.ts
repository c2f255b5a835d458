import type { CallInput } from '@contract/calls';
import type { MeetingDetail } from '@contract/meetings';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { store } from '../../../kernel/reader';
import { enforce, found, requireRevision } from '../../../kernel/refusal';
import { followRoom, roomOfPlan } from '../../bookings/meeting';
import type { MotionDocument } from '../../motions/documents';
import { motions } from '../../motions/repository';
import { dayOf } from '../../motions/rules/days';
import { movedWords, moveVotes } from '../../motions/with-meeting';
import { announced, whenAndWhere } from '../announcement';
import type { MeetingDocument } from '../documents';
import { committeeToTell, lawOf, noticeOf, type PlaceLaw } from '../notice';
import { mayMove, maySee } from '../policy';
import { presentById } from '../present';
import { meetings } from '../repository';
import { timesRefusal } from '../rules';

type Move = CallInput<'meetings.move'>;

/** Throws what forbids these times; only another hour or place on the same day needs no new period (MEET-6). */
function requireTimes(before: MeetingDocument, move: Move, law: PlaceLaw, now: number): void {
  enforce(timesRefusal(move.startsAt, move.endsAt, now));
  const meetingOn = dayOf(move.startsAt);
  if (meetingOn === dayOf(before.startsAt)) return;
  const specialReason = move.specialCircumstances;
  enforce(noticeOf(law, { body: before.body, noticeAt: now, meetingOn, specialReason }).refusal);
}

interface Moved {
  before: MeetingDocument;
  votes: readonly MotionDocument[];
}

async function write(
  transaction: Transaction,
  { now }: Context,
  { before, votes }: Moved,
  move: Move,
): Promise<MeetingDocument> {
  const { startsAt, endsAt, venue, specialCircumstances, reason } = move;
  const text = `改到${whenAndWhere(move)}。${movedWords(votes)}原因：${reason}`;
  const meeting: MeetingDocument = {
    ...before,
    startsAt,
    endsAt,
    venue,
    room: await roomOfPlan(transaction, move.roomId, before),
    specialCircumstances: specialCircumstances || before.specialCircumstances,
    notices: [...before.notices, { at: now, kind: 'moved', text }],
    revision: before.revision + 1,
  };
  await meetings.put(transaction, meeting);
  return meeting;
}

/**
 * Moves an announced meeting with a reason, and with it the votes announced on it, in one notice; a new day keeps the notice
 * period anew, from today (MEET-6, MEET-11).
 */
export async function moveMeeting(context: Context, input: Move): Promise<MeetingDetail> {
  const { now, actor } = context;
  const planned = found(await meetings.byId(store, input.id));
  enforce(maySee(actor, now, planned));
  await requirePassed(context, [input.venue, input.reason, input.specialCircumstances]);
  const alsoTo = await committeeToTell(planned, now);
  await change(context, async (transaction) => {
    const before = found(await meetings.byId(transaction, input.id));
    const linked = await motions.ofMeeting(transaction, input.id);
    enforce(mayMove(actor, now, before, linked));
    requireRevision(before, input.revision);
    requireTimes(before, input, await lawOf(before.path, now, transaction), now);
    const votes = await moveVotes(transaction, context, linked, {
      from: before,
      to: input,
      reason: input.reason,
    });
    const meeting = await write(transaction, context, { before, votes }, input);
    const body = meeting.notices.at(-1)?.text ?? '';
    const displaced = await followRoom(transaction, context, before, meeting);
    const title = `会议改期：${meeting.title}`;
    const told = announced({ meeting, kind: 'moved', title, body, alsoTo, votes });
    return { ...told, messages: [...(told.messages ?? []), ...displaced] };
  });
  return presentById(context, input.id);
}
