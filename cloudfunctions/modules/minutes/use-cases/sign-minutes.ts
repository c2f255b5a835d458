import type { CallInput } from '@contract/calls';
import type { MinutesRecord } from '@contract/minutes';
import { change } from '../../../kernel/change';
import { type Context, personOf } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { requireSeen } from '../../meetings/expected';
import { attendances, meetings } from '../../meetings/repository';
import { type Case, maySignAttendee, maySignChair, maySignRecorder } from '../policy';
import { presentById } from '../present';
import { recordToWrite } from '../record';
import { minutes, signatures } from '../repository';

type Signing = CallInput<'minutes.sign'>;

async function signAs(transaction: Transaction, context: Context, one: Case, { role, number }: Signing) {
  const { _id: personId, name } = personOf(context);
  const { actor, now } = context;
  const meetingId = one.meeting._id;
  if (role === 'attendee') {
    enforce(maySignAttendee(one));
    const _id = signatures.idOf(meetingId, number, personId);
    return signatures.insert(transaction, { _id, meetingId, number, personId, name, at: now });
  }
  enforce(role === 'chair' ? maySignChair(actor, now, one) : maySignRecorder(actor, one));
  const record = found(one.record);
  const versions = record.versions.map((version) =>
    version.number === number ? { ...version, [role]: { name, at: now } } : version,
  );
  await minutes.put(transaction, { ...record, versions });
}

/** Confirms the newest version, by its hash: whoever signs has read what they sign (MIN-7). */
export async function signMinutes(context: Context, input: Signing): Promise<MinutesRecord> {
  const { id, number, hash, role } = input;
  const { _id: personId } = personOf(context);
  await change(context, async (transaction) => {
    const meeting = found(await meetings.byId(transaction, id));
    await requireSeen(context, meeting);
    const record = await recordToWrite(transaction, meeting);
    const newest = record?.versions.at(-1);
    if (!newest) throw new Refusal('MINUTES_NOT_RELEASED');
    if (newest.number !== number || newest.hash !== hash) throw new Refusal('STALE');
    const attended = (await attendances.ofPerson(transaction, id, personId)) !== null;
    const signed = (await signatures.ofPerson(transaction, id, number, personId)) !== null;
    await signAs(transaction, context, { meeting, record, attended, signed }, input);
    return { subject: { kind: 'meeting', id }, path: meeting.path, facts: { version: number, hash, role } };
  });
  return presentById(context, id);
}
