import type { CallInput } from '@contract/calls';
import type { MeetingDetail } from '@contract/meetings';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, requireRevision } from '../../../kernel/refusal';
import { followAgenda } from '../agenda';
import { announced } from '../announcement';
import type { MeetingDocument } from '../documents';
import { committeeToTell } from '../notice';
import { mayCancel, maySee } from '../policy';
import { presentById } from '../present';
import { meetings } from '../repository';

/** Cancels a meeting with a reason; all who were told are told, and its proposals are free again (MEET-6, MEET-10). */
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
    enforce(mayCancel(actor, now, before));
    requireRevision(before, input.revision);
    const body = `原因：${input.reason}`;
    const meeting: MeetingDocument = {
      ...before,
      stage: 'cancelled',
      notices: [...before.notices, { at: now, kind: 'cancelled', text: body }],
      revision: before.revision + 1,
    };
    await meetings.put(transaction, meeting);
    await followAgenda(transaction, context, before.agenda, { ...meeting, agenda: [] });
    const told = announced({ meeting, kind: 'cancelled', title: `会议取消：${meeting.title}`, body, alsoTo });
    // A draft that nobody heard of is cancelled without a word to anybody.
    return before.stage === 'draft' ? { ...told, messages: [] } : told;
  });
  return presentById(context, input.id);
}
