import type { MeetingDetail } from '@contract/meetings';
import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { found } from '../../kernel/refusal';
import { formNameAt } from '../forms/names';
import { formOf } from '../forms/rules/form-book';
import { places } from '../members/repository';
import { motions } from '../motions/repository';
import { convenersOf } from '../motions/rules/convening';
import { dayOf } from '../motions/rules/days';
import { motionLine } from '../motions/views';
import type { MeetingDocument } from './documents';
import { isExpected } from './expected';
import { lawOf, noticeOf } from './notice';
import { votesDenial } from './votes-ready';
import { attendances, meetings } from './repository';
import { meetingView } from './views';

/** Until its notice goes out a meeting is called as its community calls its form now (FORM-3). */
async function namedNow(meeting: MeetingDocument): Promise<MeetingDocument> {
  return { ...meeting, formName: await formNameAt(store, meeting.path, formOf(meeting), meeting.body) };
}

/** The meeting as this person sees it, read afresh. */
export async function presentMeeting(context: Context, stored: MeetingDocument): Promise<MeetingDetail> {
  const meeting = stored.stage === 'draft' ? await namedNow(stored) : stored;
  const [law, place, linked, present] = await Promise.all([
    lawOf(meeting.path, context.now),
    places.byId(store, meeting.placeId),
    motions.ofMeeting(store, meeting._id),
    attendances.ofMeeting(meeting._id),
  ]);
  return meetingView(context.actor, context.now, meeting, {
    notice: noticeOf(law, {
      body: meeting.body,
      noticeAt: meeting.noticedAt ?? context.now,
      meetingOn: dayOf(meeting.startsAt),
      specialReason: meeting.specialCircumstances ?? undefined,
    }),
    motions: linked.map((motion) => ({ itemId: motion.agendaItemId, line: motionLine(motion, context.now) })),
    votes: linked,
    path: await votesDenial(store, meeting, linked),
    law: {
      placeKind: found(place).kind,
      profile: law.profile,
      conveners: convenersOf(meeting.body, law.profile, law.hasOwnersCommittee),
    },
    attendances: present,
    expected: await isExpected(context, meeting, linked),
  });
}

/** The same after a command, whatever it changed. */
export async function presentById(context: Context, id: string): Promise<MeetingDetail> {
  return presentMeeting(context, found(await meetings.byId(store, id)));
}
