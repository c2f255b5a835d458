import type { CallInput } from '@contract/calls';
import type { RegisterView } from '@contract/register';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../motions/rules/days';
import { mayChooseRepresentative } from '../policy';
import { presentRegister } from '../present';
import { homes } from '../repository';
import { representativeFault } from '../rules/register';

/** Sets the one representative of a household, in place of whoever was it before (MEM-11). */
export async function chooseRepresentative(
  context: Context,
  input: CallInput<'members.chooseRepresentative'>,
): Promise<RegisterView> {
  const { homeId, residentKey } = input;
  await change(context, async (transaction) => {
    const home = found(await homes.byId(transaction, homeId));
    enforce(mayChooseRepresentative(context.actor, context.now, home));
    const fault = residentKey && representativeFault(home.residents, residentKey, dayOf(context.now));
    if (fault) throw new Refusal('REGISTER_ROW_WRONG', { residentKey: fault });
    await homes.put(transaction, { ...home, representativeKey: residentKey, revision: home.revision + 1 });
    return {
      subject: { kind: 'home', id: homeId },
      path: home.path,
      facts: { representativeKey: residentKey },
    };
  });
  return presentRegister(context, homeId);
}
