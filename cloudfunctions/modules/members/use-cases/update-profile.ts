import type { CallInput } from '@contract/calls';
import type { Me } from '@contract/members';
import { change } from '../../../kernel/change';

import type { Context } from '../../../kernel/context';
import { found } from '../../../kernel/refusal';
import { presentMe } from '../present';
import { persons } from '../repository';
import { checkName } from '../name-check';
import { namesAfter } from '../rules/name';
import { encryptPhone } from '../secrets';

function cipherOf(personId: string, phone: string | null | undefined, before: string | null): string | null {
  if (phone === undefined) return before;
  return phone === null ? null : encryptPhone(personId, phone);
}

/** Changes what the person says of themself; a phone number is optional and kept encrypted (MEM-9). */
export async function updateProfile(
  context: Context,
  input: CallInput<'members.updateProfile'>,
): Promise<Me> {
  const { personId } = context.actor;
  const { name, phone } = input;
  const heldAt = await checkName(context, name);
  await change(context, async (transaction) => {
    const before = found(await persons.here(transaction, personId));
    await persons.put(transaction, {
      ...before,
      ...(name === undefined ? {} : namesAfter(before, name, heldAt)),
      phoneCipher: cipherOf(personId, phone, before.phoneCipher),
      revision: before.revision + 1,
    });
    const changed = { name: name !== undefined, phone: phone !== undefined };
    return { subject: { kind: 'person', id: personId }, path: [], facts: changed };
  });
  return presentMe(context);
}
