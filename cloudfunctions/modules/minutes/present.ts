import type { MinutesRecord, MinutesWords } from '@contract/minutes';
import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { enforce, found } from '../../kernel/refusal';
import type { MeetingDocument } from '../meetings/documents';
import { maySee } from '../meetings/policy';
import { attendances, meetings } from '../meetings/repository';
import type { MinutesDocument } from './documents';
import { recordOf } from './record';
import { corrections, minutesVersions, signatures } from './repository';
import { recordView } from './views';

/**
 * The words of the newest version in the record, and of no other: whoever signs its hash reads what it stands for, also where another
 * version comes out while this one is read (MIN-7). Minutes from before there were versions stand in the meeting alone.
 */
async function wordsOf(
  record: MinutesDocument | null,
  meeting: MeetingDocument,
): Promise<MinutesWords | null> {
  const newest = record?.versions.at(-1);
  if (!newest) return null;
  const { text, items } = found(
    (await minutesVersions.byNumber(store, meeting._id, newest.number)) ?? meeting.minutes,
  );
  return { text, items };
}

/** The record of the minutes of a meeting that the caller sees, read afresh. */
export async function presentRecord(context: Context, meeting: MeetingDocument): Promise<MinutesRecord> {
  const { actor, now } = context;
  const [record, attendance, asked, signed] = await Promise.all([
    recordOf(store, meeting),
    attendances.ofPerson(store, meeting._id, actor.personId),
    corrections.ofMeeting(meeting._id),
    signatures.ofMeeting(meeting._id),
  ]);
  const number = record?.versions.at(-1)?.number;
  return recordView(actor, now, {
    meeting,
    record,
    attended: attendance !== null,
    signed: signed.some((one) => one.personId === actor.personId && one.number === number),
    words: await wordsOf(record, meeting),
    corrections: asked,
    signatures: signed,
  });
}

export async function presentById(context: Context, meetingId: string): Promise<MinutesRecord> {
  const meeting = found(await meetings.byId(store, meetingId));
  enforce(maySee(context.actor, context.now, meeting));
  return presentRecord(context, meeting);
}
