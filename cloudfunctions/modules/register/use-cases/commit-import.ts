import type { CallInput } from '@contract/calls';
import type { ImportView } from '@contract/register-import';
import { change } from '../../../kernel/change';
import { type Context, personOf } from '../../../kernel/context';
import { enforce, found } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import { applyWithin } from '../apply-within';
import { importOf, presentImport } from '../place';
import { commitRefusal } from '../policy';
import { registers, versions } from '../repository';

/**
 * Makes a preview the register: one transaction on the register's guard, which says what holds from now on; then the homes are brought to it,
 * as far as this call gets (REG-7). Sent again it only goes on with that.
 */
export async function commitImport(
  context: Context,
  input: CallInput<'members.commitImport'>,
): Promise<ImportView> {
  const { actor, now } = context;
  const { subjectId } = await change(context, async (transaction) => {
    const version = await importOf(context, transaction, input.importId);
    const place = found(await places.byId(transaction, version.placeId));
    const register = await registers.of(transaction, place);
    enforce(commitRefusal(version, register));
    const current = { currentId: version._id, applying: true, applied: 0, movedAt: now };
    await registers.put(transaction, { ...register, ...current, revision: register.revision + 1 });
    const by = { committedBy: actor.personId, committedByName: personOf(context).name, committedAt: now };
    await versions.put(transaction, { ...version, ...by, state: 'applying', revision: version.revision + 1 });
    const { hash, difference, restDifferent } = version;
    const facts = { importId: version._id, hash, ...difference, restDifferent: restDifferent !== null };
    return { subject: { kind: 'register', id: register._id }, path: place.path, facts };
  });
  await applyWithin(subjectId, context.requestId);
  return presentImport(context, input.importId);
}
