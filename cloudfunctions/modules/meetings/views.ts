import type { ErrorCode } from '@contract/errors';
import type { AgendaItemView, MeetingDetail, MeetingSummary, NoticePreview } from '@contract/meetings';
import { OFFICE_WORDS } from '../../kernel/offices';
import type { Actor } from '../../kernel/person';
import { formName } from '../forms/names';
import { formOf } from '../forms/rules/form-book';
import { isOffAgendaBarred } from '../motions/rules/off-agenda';
import { BODY_LABELS } from '../motions/words';
import type { AttendanceDocument, MeetingDocument } from './documents';
import * as policy from './policy';
import { checkInOpensAt } from './rules';

export function summaryView(meeting: MeetingDocument, attendance: number): MeetingSummary {
  const { _id: id, title, body, placeName, venue, startsAt, endsAt, stage, agenda } = meeting;
  return {
    id,
    title,
    body,
    bodyLabel: BODY_LABELS[body],
    form: formOf(meeting),
    formName: meeting.formName ?? formName(formOf(meeting), body, null),
    placeName,
    venue,
    startsAt,
    endsAt,
    stage,
    topics: agenda.map((item) => item.title),
    attendance,
  };
}

/** What the screen of one meeting needs besides the document. */
export interface MeetingSurroundings {
  notice: NoticePreview;
  law: policy.VotingLaw;
  motions: readonly { itemId: string | null; line: AgendaItemView['motions'][number] }[];
  /** Its votes, for what they forbid. */
  votes: readonly policy.Vote[];
  /** What the lawful path of its votes lacks before the notice, or null (PATH-17). */
  path: ErrorCode | null;
  attendances: readonly AttendanceDocument[];
  /** Whether one of its votes counts on the caller being there, whoever lives there by now (ASM-14). */
  expected: boolean;
}

/** The period is not kept, and no special circumstances can make it shorter (PATH-2). */
const shortForGood = ({ refusal, specialCircumstances }: NoticePreview) =>
  specialCircumstances ? null : refusal;

function canDo(
  actor: Actor,
  now: number,
  meeting: MeetingDocument,
  { votes, notice, law, path, expected }: MeetingSurroundings,
): MeetingDetail['can'] {
  return {
    edit: policy.mayEdit(actor, now, meeting),
    giveNotice: policy.mayGiveNotice(actor, now, meeting) ?? shortForGood(notice) ?? path,
    move: policy.mayMove(actor, now, meeting, votes),
    cancel: policy.mayCancel(actor, now, meeting, votes),
    checkIn: policy.mayCheckIn(actor, now, meeting, expected),
    showCheckIn: policy.mayShowCheckIn(actor, now, meeting),
    recordMinutes: policy.mayRecordMinutes(actor, now, meeting),
    draftMotion: policy.mayDraftMotion(actor, now, meeting, law),
    receiveGuests: policy.mayReceiveGuests(actor, now, meeting),
  };
}

/** An organisation votes on nothing, whatever it comes for (ORG-2). */
const PART_WORDS = { speaker: '发言，不参加表决', observer: '旁听，不参加表决' } as const;

/** One meeting as this person sees it; who came is told as numbers, not as names (SEC-9). */
export function meetingView(
  actor: Actor,
  now: number,
  meeting: MeetingDocument,
  around: MeetingSurroundings,
): MeetingDetail {
  const { topics: _topics, ...summary } = summaryView(meeting, around.attendances.length);
  return {
    ...summary,
    placeId: meeting.placeId,
    membership: meeting.membership,
    convener: meeting.convener,
    convenerLabel: OFFICE_WORDS[meeting.convener],
    agenda: meeting.agenda.map((item) => ({
      ...item,
      motions: around.motions.filter((motion) => motion.itemId === item.id).map((motion) => motion.line),
    })),
    offAgenda: {
      allowed: !isOffAgendaBarred(meeting.body, around.law.profile) && meeting.stage === 'noticed',
      motions: around.motions.filter(({ itemId }) => itemId === null).map(({ line }) => line),
    },
    noticedAt: meeting.noticedAt,
    notice: around.notice,
    specialCircumstances: meeting.specialCircumstances,
    notices: meeting.notices,
    room: meeting.room ?? null,
    minutes: meeting.minutes && { ...meeting.minutes, version: meeting.minutes.version ?? 1 },
    guests: (meeting.guests ?? []).map((guest) => ({ ...guest, partWords: PART_WORDS[guest.part] })),
    seriesId: meeting.series?.id ?? null,
    checkedInAt: around.attendances.find((one) => one.personId === actor.personId)?.at ?? null,
    checkInOpensAt: checkInOpensAt(meeting),
    attendanceHomes: new Set(around.attendances.flatMap((one) => one.homeIds)).size,
    revision: meeting.revision,
    can: canDo(actor, now, meeting, around),
  };
}
