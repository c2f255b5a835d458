import type { CallInput } from '@contract/calls';
import type { MeetingDetail } from '@contract/meetings';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { store } from '../../../kernel/reader';
import { enforce, found, requireRevision } from '../../../kernel/refusal';
import { followRoom } from '../../bookings/meeting';
import { motions } from '../../motions/repository';
import { cancelledWords, cancelVotes } from '../../motions/with-meeting';
import { followAgenda } from '../agenda';
import { type Announcement, announced } from '../announcement';
import type { MeetingDocument } from '../documents';
import { committeeToTell } from '../notice';
import { mayCancel, maySee } from '../policy';
import { presentById } from '../present';
import { meetings } from '../repository';

async function cancel(
  transaction: Transaction,
  context: Context,
  before: MeetingDocument,
  { revision, reason }: CallInput<'meetings.cancel'>,
): Promise<Pick<Announcement, 'meeting' | 'votes' | 'body'>> {
  const linked = await motions.ofMeeting(transaction, before._id);
  enforce(mayCancel(context.actor, context.now, before, linked));
  requireRevision(before, revision);
  const body = `${cancelledWords(linked)}原因：${reason}`;
  const meeting: MeetingDocument = {
    ...before,
    stage: 'cancelled',
    notices: [...before.notices, { at: context.now, kind: 'cancelled', text: body }],
    revision: before.revision + 1,
  };
  await meetings.put(transaction, meeting);
  const votes = await cancelVotes(transaction, context, linked, reason);
  await followAgenda(transaction, context, before.agenda, { ...meeting, agenda: [] });
  return { meeting, votes, body };
}

/**
 * Cancels a meeting with a reason, and with it the votes announced on it, in one notice to all who were told; its proposals are
 * free again (MEET-6, MEET-10, MEET-11).
 */
export async function cancelMeeting(
  context: Context,
  input: CallInput<'meetings.cancel'>,
): Promise<MeetingDetail> {
  const { now, actor } = context;
  const planned = found(await meetings.byId(store, input.id));
  enforce(maySee(actor, now, planned));
  await requirePassed(context, [input.reason]);
  const alsoTo = await committeeToTell(planned, now);
  await change(context, async (transaction) => {
    const before = found(await meetings.byId(transaction, input.id));
    const done = await cancel(transaction, context, before, input);
    const offers = await followRoom(transaction, context, before, null);
    const told = announced({ kind: 'cancelled', title: `会议取消：${before.title}`, alsoTo, ...done });
    if (before.stage !== 'draft') return { ...told, messages: [...(told.messages ?? []), ...offers] };
    // A draft that nobody heard of is cancelled without a word to anybody (MEET-15).
    const { subject, path } = told;
    return { subject, path, messages: offers };
  });
  return presentById(context, input.id);
}
