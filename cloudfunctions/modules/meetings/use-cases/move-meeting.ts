import type { CallInput } from '@contract/calls';
import type { MeetingDetail } from '@contract/meetings';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, requireRevision } from '../../../kernel/refusal';
import { dayOf } from '../../motions/rules/days';
import { announced, whenAndWhere } from '../announcement';
import type { MeetingDocument } from '../documents';
import { committeeToTell, lawOf, noticeOf } from '../notice';
import { mayMove, maySee } from '../policy';
import { presentById } from '../present';
import { meetings } from '../repository';
import { timesRefusal } from '../rules';

/** Moves an announced meeting with a reason; a new day keeps the notice period anew, from today (MEET-6). */
export async function moveMeeting(
  context: Context,
  input: CallInput<'meetings.move'>,
): Promise<MeetingDetail> {
  const { now, actor } = context;
  const planned = found(await meetings.byId(store, input.id));
  enforce(maySee(actor, now, planned));
  await requirePassed(context, [input.venue, input.reason, input.specialCircumstances]);
  const law = await lawOf(planned.path, now);
  const alsoTo = await committeeToTell(planned, now);
  await change(context, async (transaction) => {
    const before = found(await meetings.byId(transaction, input.id));
    enforce(mayMove(actor, now, before));
    requireRevision(before, input.revision);
    enforce(timesRefusal(input.startsAt, input.endsAt, now));
    const meetingOn = dayOf(input.startsAt);
    const specialReason = input.specialCircumstances;
    // Only another hour or place on the same day needs no new period.
    if (meetingOn !== dayOf(before.startsAt)) {
      enforce(noticeOf(law, { body: before.body, noticeAt: now, meetingOn, specialReason }).refusal);
    }
    const { startsAt, endsAt, venue } = input;
    const body = `改到${whenAndWhere(input)}。原因：${input.reason}`;
    const meeting: MeetingDocument = {
      ...before,
      startsAt,
      endsAt,
      venue,
      specialCircumstances: specialReason || before.specialCircumstances,
      notices: [...before.notices, { at: now, kind: 'moved', text: body }],
      revision: before.revision + 1,
    };
    await meetings.put(transaction, meeting);
    return announced({ meeting, kind: 'moved', title: `会议改期：${meeting.title}`, body, alsoTo });
  });
  return presentById(context, input.id);
}
