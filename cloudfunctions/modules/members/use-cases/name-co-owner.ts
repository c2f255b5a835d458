import type { CallInput } from '@contract/calls';
import type { RegisterView } from '@contract/register';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { mayNameCoOwner } from '../policy';
import { presentRegister } from '../present';
import { homes } from '../repository';

/** Records whom the co-owners named, with what proves it: from then on only that one's ballot counts (ROLL-7). */
export async function nameCoOwner(
  context: Context,
  input: CallInput<'members.nameCoOwner'>,
): Promise<RegisterView> {
  const { homeId, ownerKey } = input;
  await change(context, async (transaction) => {
    const home = found(await homes.byId(transaction, homeId));
    enforce(mayNameCoOwner(context.actor, context.now, home.path));
    if (ownerKey !== null && !home.owners.some((owner) => owner.key === ownerKey)) {
      throw new Refusal('REGISTER_ROW_WRONG', { ownerKey: '推选的人不在业主里' });
    }
    await homes.put(transaction, {
      ...home,
      namedOwnerKey: ownerKey,
      namedOwnerProof: ownerKey === null ? null : input.proof,
      revision: home.revision + 1,
    });
    return { subject: { kind: 'home', id: homeId }, path: home.path, facts: { namedOwnerKey: ownerKey } };
  });
  return presentRegister(context, homeId);
}
