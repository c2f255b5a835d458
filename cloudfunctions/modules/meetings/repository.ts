import type { Page } from '@contract/envelope';
import { _ } from '../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../kernel/database';
import { idOf } from '../../kernel/ids';
import { pageOf } from '../../kernel/page';
import type { AttendanceDocument, MeetingDocument } from './documents';

const MEETINGS_PAGE = 20;

/** Which meetings a list shows. */
export interface MeetingFilter {
  when: 'coming' | 'past';
  /** What is coming begins after this instant, what is past began before it. */
  from: number;
  stages: readonly MeetingDocument['stage'][];
}

export const meetings = {
  byId: (reader: Reader, id: string) => reader.get<MeetingDocument>('meetings', id),
  put: (transaction: Transaction, meeting: MeetingDocument) => transaction.put('meetings', meeting),
  /** One page of the meetings of a place and all that lies in it, by the day: what comes next first, or the latest of the past first. */
  inPlace(
    placeId: string,
    { when, from, stages }: MeetingFilter,
    cursor: string | null | undefined,
    limit = MEETINGS_PAGE,
  ): Promise<Page<MeetingDocument>> {
    const coming = when === 'coming';
    // Without drafts those are left out, too, that were cancelled before anybody heard of them (MEET-15).
    const heard = stages.includes('draft') ? {} : { noticedAt: _.neq(null) };
    const starts = coming ? _.gt(from) : _.lt(from);
    const where = { path: placeId, stage: _.in([...stages]), ...heard, startsAt: starts };
    const direction = coming ? 'asc' : 'desc';
    return pageOf<MeetingDocument>('meetings', where, { by: 'startsAt', direction, limit }, cursor);
  },
  /** Drafts of a place and all that lies in it, whatever their day, the earliest first. */
  drafts: (placeId: string, limit: number) =>
    store.find<MeetingDocument>(
      'meetings',
      { path: placeId, stage: 'draft' },
      { order: [['startsAt', 'asc']], limit },
    ),
  /** Announced meetings of these very places that are not over, the next one first. */
  comingAt(placeIds: readonly string[], now: number) {
    const where = { placeId: _.in([...placeIds]), stage: 'noticed', endsAt: _.gt(now) };
    return store.find<MeetingDocument>('meetings', where, {
      order: [['startsAt', 'asc']],
      limit: MEETINGS_PAGE,
    });
  },
  /** The picture of the check-in code, kept so that it is drawn once. */
  keepQr: (id: string, checkInQr: string) => store.updateWhere('meetings', { _id: id }, { checkInQr }),
};

export const attendances = {
  idOf: (meetingId: string, personId: string) => idOf('attendance', meetingId, personId),
  ofPerson: (reader: Reader, meetingId: string, personId: string) =>
    reader.get<AttendanceDocument>('attendances', attendances.idOf(meetingId, personId)),
  count: (meetingId: string) => store.count('attendances', { meetingId }),
  /** Everybody who checked in. */
  ofMeeting: (meetingId: string) => store.findAll<AttendanceDocument>('attendances', { meetingId }),
  insert: (transaction: Transaction, attendance: AttendanceDocument) =>
    transaction.insert('attendances', attendance),
};
