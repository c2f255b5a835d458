import type { CallInput } from '@contract/calls';
import type { RegisterView } from '@contract/register';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { enforce, found } from '../../../kernel/refusal';
import { mayRemoveTie } from '../policy';
import { presentRegister } from '../present';
import { homes, persons } from '../repository';
import { withoutTie } from '../rules/leaving';

/** Ends somebody's tie to a home: sold, moved away, or never theirs; they are told why. */
export async function removeTie(
  context: Context,
  input: CallInput<'members.removeTie'>,
): Promise<RegisterView> {
  const { personId, homeId, reason, wasTheirs } = input;
  await change(context, async (transaction) => {
    const home = found(await homes.byId(transaction, homeId));
    enforce(mayRemoveTie(context.actor, context.now, home.path));
    const person = found(await persons.byId(transaction, personId));
    const tie = found(person.ties.find((one) => one.homeId === homeId) ?? null);
    await persons.put(transaction, withoutTie(person, tie, context.now, wasTheirs));
    return {
      subject: { kind: 'person', id: personId },
      path: home.path,
      facts: { homeId, relation: tie.relation, wasTheirs },
      messages: [
        {
          audience: { persons: [personId] },
          kind: 'claim' as const,
          title: `您和${home.label}的关系已解除`,
          body: `原因：${reason}。如有疑问，请联系社区。`,
          link: '/packages/members/homes/index',
        },
      ],
    };
  });
  return presentRegister(context, homeId);
}
