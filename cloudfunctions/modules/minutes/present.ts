import type { MinutesRecord } from '@contract/minutes';
import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { enforce, found } from '../../kernel/refusal';
import type { MeetingDocument } from '../meetings/documents';
import { maySee } from '../meetings/policy';
import { attendances, meetings } from '../meetings/repository';
import { recordOf } from './record';
import { corrections, signatures } from './repository';
import { recordView } from './views';

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
    // The meeting carries the words of its newest version, so that whoever reads the meeting reads them.
    words: meeting.minutes && { text: meeting.minutes.text, items: meeting.minutes.items },
    corrections: asked,
    signatures: signed,
  });
}

export async function presentById(context: Context, meetingId: string): Promise<MinutesRecord> {
  const meeting = found(await meetings.byId(store, meetingId));
  enforce(maySee(context.actor, context.now, meeting));
  return presentRecord(context, meeting);
}
