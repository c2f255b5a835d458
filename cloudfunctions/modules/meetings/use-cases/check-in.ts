import { timingSafeEqual } from 'node:crypto';
import type { CallInput } from '@contract/calls';
import type { MeetingDetail } from '@contract/meetings';
import { change } from '../../../kernel/change';
import { type Context, personOf } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { isExpectedAt } from '../expected';
import { mayCheckIn, maySee } from '../policy';
import { presentById } from '../present';
import { attendances, meetings } from '../repository';

function sameCode(given: string, code: string): boolean {
  return given.length === code.length && timingSafeEqual(Buffer.from(given), Buffer.from(code));
}

/** Checks a neighbour in by the code shown at the door; once, however often it is sent (MEET-4). */
export async function checkIn(
  context: Context,
  input: CallInput<'meetings.checkIn'>,
): Promise<MeetingDetail> {
  const person = personOf(context);
  const expected = await isExpectedAt(context, found(await meetings.byId(store, input.id)));
  await change(context, async (transaction) => {
    const meeting = found(await meetings.byId(transaction, input.id));
    enforce(maySee(context.actor, context.now, meeting, expected));
    const subject = { kind: 'meeting', id: meeting._id };
    const already = await attendances.ofPerson(transaction, meeting._id, person._id);
    if (already) return { subject, path: meeting.path, unchanged: true };
    enforce(mayCheckIn(context.actor, context.now, meeting, expected));
    if (!sameCode(input.code, meeting.checkInCode)) throw new Refusal('CHECK_IN_CODE_WRONG');
    await attendances.insert(transaction, {
      _id: attendances.idOf(meeting._id, person._id),
      meetingId: meeting._id,
      personId: person._id,
      homeIds: person.ties.filter((tie) => tie.path.includes(meeting.placeId)).map((tie) => tie.homeId),
      at: context.now,
    });
    return { subject, path: meeting.path };
  });
  return presentById(context, input.id);
}
