import type { CallInput } from '@contract/calls';
import { DEFAULT_PROFILE } from '@contract/profile';
import type { ProfileVersionView, ProfileView } from '@contract/profile-views';
import type { Context } from '../../kernel/context';
import { OFFICE_WORDS } from '../../kernel/offices';
import { store } from '../../kernel/reader';
import { found } from '../../kernel/refusal';
import { BODY_LABELS } from '../motions/words';
import type { ProfileVersionDocument } from './documents';
import { maySetProfile } from './policy';
import { places, profileVersions } from './repository';
import { bodiesUnder, LEAST_PUBLICATION_DAYS, OWNERS_CONVENERS } from './rules/profile';
import { followsOf, profileLines } from './rules/profile-words';

const LABELS = { bodies: BODY_LABELS, offices: OFFICE_WORDS };

function versionView({ number, at, by, basis, photos, profile }: ProfileVersionDocument): ProfileVersionView {
  return { number, at, by, basis, photos, lines: profileLines(profile, LABELS) };
}

/** The local profile that holds at a place, in plain words, and what was laid down before (PATH-22). Public, like the tree. */
export async function presentProfile(
  { actor, now }: Context,
  { placeId, cursor }: CallInput<'members.profile'>,
): Promise<ProfileView> {
  const place = found(await places.byId(store, placeId));
  const [near, versions] = await Promise.all([
    places.onPath(store, place.path),
    profileVersions.ofPlace(placeId, cursor),
  ]);
  const from = near.findLast(({ profile: own }) => own !== null) ?? null;
  const profile = from?.profile ?? DEFAULT_PROFILE;
  return {
    placeId,
    placeName: place.name,
    profile,
    from: from && { id: from._id, name: from.name },
    follows: followsOf(profile, LABELS),
    bodies: bodiesUnder(profile, BODY_LABELS),
    leastPublicationDays: LEAST_PUBLICATION_DAYS,
    offices: OWNERS_CONVENERS.map((office) => ({ office, label: OFFICE_WORDS[office] })),
    items: versions.items.map(versionView),
    next: versions.next,
    revision: place.revision,
    can: { set: maySetProfile(actor, now, place.path) },
  };
}
