import { change } from '../../../kernel/change';
import { type Context, newId } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { found } from '../../../kernel/refusal';
import { chinaDay, chinaTime } from '../../../kernel/wording';
import { formNameAt } from '../../forms/names';
import { FORM_BOOK } from '../../forms/rules/form-book';
import { meetingLink } from '../../meetings/announcement';
import type { MeetingDocument } from '../../meetings/documents';
import { meetings } from '../../meetings/repository';
import { persons } from '../../members/repository';
import type { SeriesDocument } from '../documents';
import { seriesLink } from '../link';
import { series as all, sessions } from '../repository';
import { occurrence } from '../rules/rhythm';
import { ALL_MAX, OWN_MAX } from '../rules/suggestions';
import { comingFrom, dueAtOf, endOn, instantOn } from '../times';

function draftOf(context: Context, series: SeriesDocument, on: string, formName: string): MeetingDocument {
  const { _id: id, title, form, placeId, placeName, path, convener, venue } = series;
  const agenda = FORM_BOOK[form].agenda.map((topic, n) => {
    return { id: `item-${n + 1}`, title: topic, note: '', proposalId: null };
  });
  return {
    // As short as any meeting's: it has to go into a mini-program code.
    _id: newId(context, 'meeting').slice(0, 20),
    title: `${title}（${chinaDay(on)}）`,
    ...{ body: 'yard', form, formName, membership: null, placeId, placeName, path, convener, venue, agenda },
    ...{ startsAt: instantOn(series, on), endsAt: endOn(series, on), series: { id, on } },
    ...{ stage: 'draft', noticedAt: null, specialCircumstances: null, notices: [], minutes: null },
    ...{ checkInCode: '', checkInQr: null, revision: 1, createdBy: series.createdBy, createdAt: context.now },
  };
}

function messagesOf(series: SeriesDocument, meeting: MeetingDocument, officers: string[]) {
  const when = chinaTime(meeting.startsAt);
  const toPlace = {
    audience: { placeId: series.placeId },
    kind: 'meeting' as const,
    title: `${series.title}：请您提建议`,
    body: `下一次${when}，${series.venue}。现在收建议，每人最多${OWN_MAX}条，一共收${ALL_MAX}条。`,
    link: seriesLink(series._id),
  };
  const toOffice = {
    audience: { persons: officers },
    kind: 'meeting' as const,
    title: `请准备：${meeting.title}`,
    body: `${when}的会议安排已经备好。请核对日子（遇到节假日请改期），整理大家的建议，再发出通知。`,
    link: meetingLink(meeting._id),
  };
  return officers.length > 0 ? [toPlace, toOffice] : [toPlace];
}

/**
 * Makes the draft of the next session and opens it for suggestions, once; days that have passed meanwhile are not made up for, and
 * stay in sight as missed (FORM-8). The office moves it where the day does not suit: no calendar of holidays is guessed.
 */
export async function prepareSession(context: Context, due: SeriesDocument): Promise<void> {
  const { now } = context;
  const [formName, holders] = await Promise.all([
    formNameAt(store, due.path, due.form, 'yard'),
    persons.over(store, due.path, ['secretary', due.convener], now),
  ]);
  const officers = [...new Set(holders.map(({ person }) => person._id))];
  await change(context, async (transaction) => {
    const before = found(await all.byId(transaction, due._id));
    const told = { subject: { kind: 'series', id: due._id }, path: due.path };
    if (before.state !== 'active' || before.next !== due.next) return { ...told, unchanged: true as const };
    const coming = comingFrom(before, before.next, now);
    const ready = dueAtOf(before, coming) <= now;
    const next = ready ? coming + 1 : coming;
    await all.put(transaction, {
      ...before,
      next,
      dueAt: dueAtOf(before, next),
      revision: before.revision + 1,
    });
    const missed = coming - before.next;
    if (!ready) return { ...told, facts: { missed } };
    const on = occurrence(before, coming);
    const meeting = draftOf(context, before, on, formName);
    await meetings.put(transaction, meeting);
    const _id = sessions.idOf(before._id, on);
    await sessions.insert(transaction, {
      ...{ _id, seriesId: before._id, on, meetingId: meeting._id, suggestions: [] },
    });
    return { ...told, facts: { on, missed }, messages: messagesOf(before, meeting, officers) };
  });
}
