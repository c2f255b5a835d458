import { randomInt } from 'node:crypto';
import type { CallInput } from '@contract/calls';
import type { MeetingDetail } from '@contract/meetings';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, requireRevision } from '../../../kernel/refusal';
import { formNameAt } from '../../forms/names';
import { formOf } from '../../forms/rules/form-book';
import { dayOf } from '../../motions/rules/days';
import { showHolder } from '../agenda';
import { announced, whenAndWhere } from '../announcement';
import type { MeetingDocument } from '../documents';
import { requireVotesReady } from '../votes-ready';
import { committeeToTell, lawOf, noticeOf } from '../notice';
import { mayGiveNotice, maySee } from '../policy';
import { presentById } from '../present';
import { meetings } from '../repository';

/** Sends the notice out: the period of the body is kept or the call refused, and the agenda locks (MEET-2, MEET-3). */
export async function giveNotice(
  context: Context,
  input: CallInput<'meetings.giveNotice'>,
): Promise<MeetingDetail> {
  const { now, actor } = context;
  const planned = found(await meetings.byId(store, input.id));
  enforce(maySee(actor, now, planned));
  await requirePassed(context, [input.specialCircumstances]);
  const alsoTo = await committeeToTell(planned, now);
  const formName = await formNameAt(store, planned.path, formOf(planned), planned.body);
  await change(context, async (transaction) => {
    const before = found(await meetings.byId(transaction, input.id));
    enforce(mayGiveNotice(actor, now, before));
    requireRevision(before, input.revision);
    const meetingOn = dayOf(before.startsAt);
    const specialReason = input.specialCircumstances;
    const law = await lawOf(before.path, now, transaction);
    enforce(noticeOf(law, { body: before.body, noticeAt: now, meetingOn, specialReason }).refusal);
    await requireVotesReady(transaction, before);
    const body = `${whenAndWhere(before)}。议题：${before.agenda.map((item) => item.title).join('、')}`;
    const meeting: MeetingDocument = {
      ...before,
      form: formOf(before),
      formName,
      stage: 'noticed',
      noticedAt: now,
      specialCircumstances: specialReason || null,
      committeeTold: alsoTo.length > 0,
      notices: [...before.notices, { at: now, kind: 'noticed', text: body }],
      checkInCode: String(randomInt(100_000, 1_000_000)),
      revision: before.revision + 1,
    };
    await meetings.put(transaction, meeting);
    await showHolder(transaction, context, meeting);
    return announced({ meeting, kind: 'noticed', title: `开会通知：${meeting.title}`, body, alsoTo });
  });
  return presentById(context, input.id);
}
