import type { CallInput } from '@contract/calls';
import type { MeetingDetail } from '@contract/meetings';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { telephoneRefusals } from '../../organisations/rules';
import { mayReceiveGuests, maySee } from '../policy';
import { presentById } from '../present';
import { meetings } from '../repository';

/**
 * Records at the door that an invited organisation came, by the title of whoever did, or that nobody did after all. It stands with the
 * invitation and in no attendance: a guest is never counted as present (ORG-3).
 */
export async function receiveGuest(
  context: Context,
  input: CallInput<'meetings.guestArrived'>,
): Promise<MeetingDetail> {
  const { organisationId, who } = input;
  const wrong = telephoneRefusals({ who: who ?? '' });
  if (Object.keys(wrong).length > 0) throw new Refusal('INVALID_INPUT', wrong);
  await requirePassed(context, [who ?? undefined]);
  await change(context, async (transaction) => {
    const meeting = found(await meetings.byId(transaction, input.id));
    enforce(
      maySee(context.actor, context.now, meeting) ?? mayReceiveGuests(context.actor, context.now, meeting),
    );
    const guests = meeting.guests ?? [];
    found(guests.find((guest) => guest.organisationId === organisationId) ?? null);
    const arrived = who === null ? null : { who, at: context.now };
    await meetings.put(transaction, {
      ...meeting,
      guests: guests.map((guest) =>
        guest.organisationId === organisationId ? { ...guest, arrived } : guest,
      ),
    });
    return {
      subject: { kind: 'meeting', id: meeting._id },
      path: meeting.path,
      facts: { organisationId, came: who !== null },
    };
  });
  return presentById(context, input.id);
}
