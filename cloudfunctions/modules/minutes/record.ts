import type { MinutesWords } from '@contract/minutes';
import type { Reader, Transaction } from '../../kernel/database';
import { hashOf } from '../../kernel/ids';
import type { MeetingDocument } from '../meetings/documents';
import type { MinutesDocument, VersionHeader } from './documents';
import { minutes, minutesVersions } from './repository';
import { correctionsUntil } from './rules';

type Written = Pick<VersionHeader, 'number' | 'by' | 'at' | 'change'> & MinutesWords;

/** sha256 over everything that a version says and over the version before it (docs/decisions/0014), hex. */
export function hashOfVersion(meeting: MeetingDocument, written: Written, previous: string | null): string {
  const { _id: meetingId, title, placeId, startsAt, endsAt } = meeting;
  const agenda = meeting.agenda.map((item) => ({ id: item.id, title: item.title }));
  const { number, by, at, change, text, items } = written;
  const about = { meetingId, title, placeId, startsAt, endsAt, agenda };
  return hashOf({ format: 'yard-minutes-1', ...about, number, by, at, change, text, items, previous });
}

export function emptyRecord({ _id, path }: MeetingDocument): MinutesDocument {
  return {
    _id,
    path,
    versions: [],
    draft: null,
    draftRevision: 0,
    state: 'draft',
    open: 0,
    correctionsUntil: null,
    final: null,
  };
}

/** Minutes from before there were versions stand in the meeting alone: they are version 1 (MIN-9). */
function recordOfOld(meeting: MeetingDocument): MinutesDocument | null {
  if (!meeting.minutes) return null;
  const { text, items, by, at } = meeting.minutes;
  const hash = hashOfVersion(meeting, { number: 1, by, at, change: '', text, items }, null);
  const first = { number: 1, by, byId: null, at, change: '', hash, chair: null, recorder: null };
  const until = correctionsUntil(at);
  return { ...emptyRecord(meeting), versions: [first], state: 'released', correctionsUntil: until };
}

/** The record of a meeting's minutes, or null where nothing was written yet. */
export async function recordOf(reader: Reader, meeting: MeetingDocument): Promise<MinutesDocument | null> {
  return (await minutes.byMeeting(reader, meeting._id)) ?? recordOfOld(meeting);
}

/** The same, to be written: what an old meeting said is put down as its first version. */
export async function recordToWrite(
  transaction: Transaction,
  meeting: MeetingDocument,
): Promise<MinutesDocument | null> {
  const kept = await minutes.byMeeting(transaction, meeting._id);
  const old = kept ? null : recordOfOld(meeting);
  if (!old || !meeting.minutes) return kept;
  const { text, items } = meeting.minutes;
  const meetingId = meeting._id;
  await minutesVersions.insert(transaction, {
    _id: minutesVersions.idOf(meetingId, 1),
    ...{ meetingId, number: 1, text, items },
  });
  await minutes.put(transaction, old);
  return old;
}
