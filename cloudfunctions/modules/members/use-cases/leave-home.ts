import type { CallInput } from '@contract/calls';
import type { Me } from '@contract/members';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { found } from '../../../kernel/refusal';
import { presentMe } from '../present';
import { persons } from '../repository';
import { withoutTie } from '../rules/leaving';

/** Gives up one's own tie to a home; the register stays as it is, and so does one's vote on rolls frozen before (ROLL-18). */
export async function leaveHome(context: Context, input: CallInput<'members.leaveHome'>): Promise<Me> {
  const { homeId } = input;
  await change(context, async (transaction) => {
    const person = found(await persons.byId(transaction, context.actor.personId));
    const tie = found(person.ties.find((one) => one.homeId === homeId) ?? null);
    await persons.put(transaction, withoutTie(person, tie, context.now, true));
    return { subject: { kind: 'person', id: person._id }, path: tie.path, facts: { homeId } };
  });
  return presentMe(context);
}
