import { z } from 'zod';
import { command, query } from './call';
import { BODIES, type Body, type Membership, type Worth } from './decision';
import type { Can, Page } from './envelope';
import { MEETING_FORMS, type MeetingForm } from './meeting-forms';
import { clientId, cursor, day, id, instant, optionalText, revision, text } from './fields';
import { minutesChange, type MinutesWords, minutesWords } from './minutes';
import { CONVENING_OFFICES, type Office, OFFICES } from './roles';

/** Where a motion stands in time; the clock decides between announced, open and counting. */
export type MotionPhase = 'draft' | 'announced' | 'open' | 'counting' | 'counted' | 'cancelled';

export interface NoticePreview {
  /** Days of notice that the body asks for. */
  days: number;
  /** The first day on which it may meet if the notice goes out today, 'YYYY-MM-DD'. */
  earliestOn: string;
  /** '《物业管理条例》第十四条' */
  article: string;
  /** Why the chosen day cannot be, or null. */
  refusal: 'NOTICE_TOO_SHORT' | 'NO_SPECIAL_CIRCUMSTANCES' | null;
  /** Whether a short notice is possible at all, with a recorded reason. */
  specialCircumstances: boolean;
  /** In whose name the body may be convened here. */
  conveners: { office: Office; label: string }[];
}

export interface AgendaItemView {
  id: string;
  title: string;
  note: string;
  proposalId: string | null;
  motions: { id: string; title: string; phase: MotionPhase; worth: Worth; closesAt: number }[];
}

export const GUEST_PARTS = ['speaker', 'observer'] as const;

/** An organisation that was invited to a meeting. */
export interface GuestView {
  organisationId: string;
  name: string;
  part: (typeof GUEST_PARTS)[number];
  /** '发言，不参加表决' */
  partWords: string;
  /** The topic that it was invited for; null: the whole meeting. */
  itemId: string | null;
  /** Who came for it, by title, and when; null: nobody yet. */
  arrived: { who: string; at: number } | null;
}

export interface MeetingSummary {
  id: string;
  title: string;
  body: Body;
  /** '业主大会' */
  bodyLabel: string;
  form: MeetingForm;
  /** '民情恳谈会': as its community calls it (FORM-3). */
  formName: string;
  placeName: string;
  venue: string;
  startsAt: number;
  endsAt: number;
  stage: 'draft' | 'noticed' | 'held' | 'cancelled';
  /** Topics in order. */
  topics: string[];
  attendance: number;
}

export interface MeetingDetail extends Omit<MeetingSummary, 'topics'> {
  placeId: string;
  membership: Membership | null;
  convener: Office;
  /** '业委会': in whose name it is convened. */
  convenerLabel: string;
  agenda: AgendaItemView[];
  /** Votes on what the agenda lacks, and whether the local profile lets this meeting have any (PATH-19). */
  offAgenda: { allowed: boolean; motions: AgendaItemView['motions'] };
  noticedAt: number | null;
  notice: NoticePreview;
  specialCircumstances: string | null;
  notices: { at: number; kind: 'noticed' | 'moved' | 'cancelled'; text: string }[];
  /** The room that it has taken (BOOK-11); null: none. */
  room: { id: string; name: string } | null;
  /** Of the newest version that was released. */
  minutes: (MinutesWords & { by: string; at: number; version: number }) | null;
  /** Invited organisations: they speak or listen, vote on nothing and are counted nowhere (ORG-2, ORG-3). */
  guests: GuestView[];
  /** The series that it belongs to, or null. */
  seriesId: string | null;
  /** Set when the caller has checked in. */
  checkedInAt: number | null;
  /** The window in which checking in is possible. */
  checkInOpensAt: number;
  attendanceHomes: number;
  revision: number;
  can: Can<
    | 'edit'
    | 'giveNotice'
    | 'move'
    | 'cancel'
    | 'checkIn'
    | 'showCheckIn'
    | 'recordMinutes'
    | 'draftMotion'
    | 'receiveGuests'
  >;
}

const agenda = z
  .array(
    z.strictObject({
      /** Chosen by the phone within this agenda; motions refer to it. */
      id: z.string().regex(/^[a-z0-9-]{1,40}$/),
      title: text(60, '议题'),
      note: optionalText(500, '说明').default(''),
      proposalId: id.nullable().default(null),
    }),
  )
  .max(12, '一次会议最多12个议题')
  .refine((items) => new Set(items.map((item) => item.id)).size === items.length, '议题重复了');

const guests = z
  .array(
    z.strictObject({
      organisationId: id,
      part: z.enum(GUEST_PARTS, '请选择发言还是旁听'),
      itemId: z.string().max(40).nullable().default(null),
    }),
  )
  .max(10, '一次会议最多请10个单位')
  .refine((rows) => new Set(rows.map((row) => row.organisationId)).size === rows.length, '单位重复了')
  .default([]);

const planned = {
  title: text(40, '会议名称'),
  body: z.enum(BODIES, '请选择开会的组织'),
  /** Null: the yard's, or that of the statutory body (FORM-1). */
  form: z.enum(MEETING_FORMS, '请选择开什么会').nullable().default(null),
  membership: z.enum(['adults', 'households']).nullable().default(null),
  placeId: id,
  convener: z.enum(OFFICES, '请选择召集人'),
  venue: text(60, '地点'),
  /** A room of the place that it takes in the same step (BOOK-11). Null: none; left out: as it was. */
  roomId: id.nullable().optional(),
  startsAt: instant,
  endsAt: instant,
  agenda,
  guests,
};

const officers = { roles: CONVENING_OFFICES, relation: 'office-place' } as const;
const visible = { roles: ['resident', ...OFFICES], relation: 'visible' } as const;

export const meetingCalls = {
  'meetings.preview': query(
    officers,
    z.strictObject({
      body: planned.body,
      placeId: id,
      meetingOn: day,
      specialCircumstances: optionalText(200, '特殊情况的理由'),
    }),
  ).returns<NoticePreview>(),
  'meetings.schedule': command(officers, z.strictObject({ clientId, ...planned })).returns<MeetingDetail>(),
  'meetings.edit': command(
    officers,
    z.strictObject({ clientId, id, revision, ...planned }),
  ).returns<MeetingDetail>(),
  'meetings.giveNotice': command(
    officers,
    z.strictObject({ clientId, id, revision, specialCircumstances: optionalText(200, '特殊情况的理由') }),
  ).returns<MeetingDetail>(),
  'meetings.move': command(
    officers,
    z.strictObject({
      clientId,
      id,
      revision,
      startsAt: instant,
      endsAt: instant,
      venue: planned.venue,
      roomId: planned.roomId,
      reason: text(200, '改期的理由'),
      specialCircumstances: optionalText(200, '特殊情况的理由'),
    }),
  ).returns<MeetingDetail>(),
  'meetings.cancel': command(
    officers,
    z.strictObject({ clientId, id, revision, reason: text(200, '取消的理由') }),
  ).returns<MeetingDetail>(),
  'meetings.showCheckIn': query(officers, z.strictObject({ id })).returns<{
    code: string;
    qrFileId: string | null;
    attendance: number;
  }>(),
  'meetings.checkIn': command(
    // Also whoever holds a proxy for a vote of the meeting by an office in the place (MEET-4).
    { roles: ['resident', ...OFFICES], relation: 'same-place', perTenMinutes: 20 },
    z.strictObject({
      clientId,
      id,
      code: z
        .string()
        .trim()
        .regex(/^\d{6}$/, '报到码是6位数字'),
    }),
  ).returns<MeetingDetail>(),
  'meetings.recordMinutes': command(
    officers,
    z.strictObject({
      clientId,
      id,
      revision,
      ...minutesWords,
      ...minutesChange,
      /** Of the draft that was read: one that somebody kept since is not thrown away unread. Null: none was read. */
      draftRevision: z.int().min(0).nullable().default(null),
    }),
  ).returns<MeetingDetail>(),
  /** `who: null`: nobody came after all. */
  'meetings.guestArrived': command(
    officers,
    z.strictObject({ clientId, id, organisationId: id, who: text(20, '来的人的职务').nullable() }),
  ).returns<MeetingDetail>(),
  'meetings.list': query(
    visible,
    z.strictObject({ placeId: id, when: z.enum(['coming', 'past']), cursor }),
  ).returns<Page<MeetingSummary>>(),
  'meetings.detail': query(visible, z.strictObject({ id })).returns<MeetingDetail>(),
};
