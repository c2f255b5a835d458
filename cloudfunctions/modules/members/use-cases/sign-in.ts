import type { CallInput } from '@contract/calls';
import type { Me } from '@contract/members';
import { change } from '../../../kernel/change';

import type { Context } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { personAfter } from '../../../kernel/ids';
import { presentMe } from '../present';
import { persons } from '../repository';
import { checkName } from '../name-check';
import { namesAfter } from '../rules/name';

/** The document of this identity: whoever has left and signs in again is somebody new, under an id of their own (KEEP-4). */
async function seatOf(transaction: Transaction, first: string) {
  let personId = first;
  let before = await persons.byId(transaction, personId);
  while (before?.leftAt !== undefined) {
    personId = personAfter(personId);
    before = await persons.byId(transaction, personId);
  }
  return { personId, before };
}

/** Signs a WeChat identity in under a name, with consent to the version of the text that was shown; again: changes both (MEM-1). */
export async function signIn(context: Context, input: CallInput<'members.signIn'>): Promise<Me> {
  const { openid } = context.actor;
  let { personId } = context.actor;
  const heldAt = await checkName(context, input.name);
  await change(context, async (transaction) => {
    const seat = await seatOf(transaction, context.actor.personId);
    const { before } = seat;
    personId = seat.personId;
    await persons.put(transaction, {
      _id: personId,
      openid,
      phoneCipher: null,
      ties: [],
      offices: [],
      places: [],
      createdAt: context.now,
      ...before,
      ...namesAfter(before, input.name, heldAt),
      consent: { version: input.consentVersion, at: context.now },
      revision: (before?.revision ?? 0) + 1,
    });
    return { subject: { kind: 'person', id: personId }, path: [], facts: { consent: input.consentVersion } };
  });
  return presentMe({ ...context, actor: { ...context.actor, personId } });
}
