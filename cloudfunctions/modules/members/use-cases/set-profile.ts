import type { CallInput } from '@contract/calls';
import type { PlaceBranch } from '@contract/places';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { maySetProfile } from '../policy';
import { presentBranch } from '../present';
import { places } from '../repository';

/** Records what the place's own rules or the local authority fixed; null: it follows the place above again (PATH-9). */
export async function setProfile(
  context: Context,
  input: CallInput<'members.setProfile'>,
): Promise<PlaceBranch> {
  const { placeId } = input;
  const profile = input.profile && { id: placeId, ...input.profile };
  await change(context, async (transaction) => {
    const place = found(await places.byId(transaction, placeId));
    enforce(maySetProfile(context.actor, context.now, place.path));
    if (place.revision !== input.revision) throw new Refusal('STALE');
    await places.put(transaction, { ...place, profile, revision: place.revision + 1 });
    return { subject: { kind: 'place', id: placeId }, path: place.path, facts: { profile } };
  });
  return presentBranch(context, placeId);
}
