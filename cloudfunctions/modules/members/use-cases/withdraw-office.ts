import type { CallInput, CallOutput } from '@contract/calls';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { mayWithdrawOffice } from '../policy';
import { persons } from '../repository';
import { withoutOffices } from '../rules/belonging';
import { officeView } from '../views';

/** Ends an office now: from this instant it gives no power (MEM-6). */
export async function withdrawOffice(
  context: Context,
  input: CallInput<'members.withdrawOffice'>,
): Promise<CallOutput<'members.withdrawOffice'>> {
  const { personId, officeId, reason } = input;
  await change(context, async (transaction) => {
    const person = found(await persons.byId(transaction, personId));
    const held = found(person.offices.find((one) => one.id === officeId) ?? null);
    enforce(mayWithdrawOffice(context.actor, context.now, personId, held));
    await persons.put(transaction, withoutOffices(person, [held], context.now));
    return {
      subject: { kind: 'person', id: personId },
      path: held.path,
      facts: { office: held.office, placeId: held.placeId, officeId },
      messages: [
        {
          audience: { persons: [personId] },
          kind: 'office' as const,
          title: `您在${held.placeName}的职务已结束`,
          body: `原因：${reason}。`,
          link: '/pages/mine/index',
        },
      ],
    };
  });
  const after = found(await persons.byId(store, personId));
  return { personId, offices: after.offices.filter((held) => held.untilAt > context.now).map(officeView) };
}
