import type { CallInput } from '@contract/calls';
import type { Me } from '@contract/members';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/database';
import { persons } from '../repository';
import { meView } from '../views';

/** Signs a WeChat identity in under a name, with consent to the version of the text that was shown; again: changes the name. */
export async function signIn(context: Context, input: CallInput<'members.signIn'>): Promise<Me> {
  const { personId, openid } = context.actor;
  await change(context, async (transaction) => {
    const before = await persons.byId(transaction, personId);
    await persons.put(transaction, {
      _id: personId,
      openid,
      phoneCipher: null,
      ties: [],
      offices: [],
      places: [],
      createdAt: context.now,
      ...before,
      name: input.name,
      consent: { version: input.consentVersion, at: context.now },
      revision: (before?.revision ?? 0) + 1,
    });
    return { subject: { kind: 'person', id: personId }, path: [], facts: { consent: input.consentVersion } };
  });
  return meView({ ...context.actor, person: await persons.byId(store, personId) });
}
