import type { CallInput } from '@contract/calls';
import type { PlaceBranch } from '@contract/places';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { withPhotos } from '../../../kernel/photos';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { maySetProfile } from '../policy';
import { presentBranch } from '../present';
import { versionOf } from '../profile-version';
import { places, profileVersions } from '../repository';
import { profileRefusals } from '../rules/profile';

/**
 * Lays down what the place's own rules or the local authority fixed, as a new version; null: it follows the place above again
 * (PATH-9, PATH-22). The place holds its number, so that of two who set it at once one is told to look again.
 */
export async function setProfile(
  context: Context,
  input: CallInput<'members.setProfile'>,
): Promise<PlaceBranch> {
  const { placeId, basis, photos } = input;
  const profile = input.profile && { id: placeId, ...input.profile };
  const known = found(await places.byId(store, placeId));
  enforce(maySetProfile(context.actor, context.now, known.path));
  const wrong = profile ? profileRefusals(profile) : {};
  if (Object.keys(wrong).length > 0) throw new Refusal('INVALID_INPUT', wrong);
  const proven = await withPhotos(context, photos);
  await requirePassed(context, [basis, profile?.confirmedBy ?? '', profile?.narrowerAreaAuthority ?? '']);
  await change(proven, async (transaction) => {
    const place = found(await places.byId(transaction, placeId));
    enforce(maySetProfile(context.actor, context.now, place.path));
    if (place.revision !== input.revision) throw new Refusal('STALE');
    const version = versionOf(context, place, { profile, basis, photos });
    const { number: profileVersion } = version;
    await profileVersions.insert(transaction, version);
    await places.put(transaction, { ...place, profile, profileVersion, revision: place.revision + 1 });
    const facts = { profile, version: profileVersion };
    return { subject: { kind: 'place', id: placeId }, path: place.path, facts };
  });
  return presentBranch(context, placeId);
}
