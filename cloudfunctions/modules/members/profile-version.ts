import type { LocalProfile } from '@contract/profile';
import { type Context, personOf } from '../../kernel/context';
import { OFFICE_WORDS } from '../../kernel/offices';
import { officesNow } from '../../kernel/person';
import type { PlaceDocument, ProfileVersionDocument } from './documents';
import { profileVersions } from './repository';

interface LaidDown {
  profile: LocalProfile | null;
  basis: string;
  photos: string[];
}

/** '周敏（街道）': the name, and the office of theirs that reaches the place. */
function layerOf(context: Context, { path }: PlaceDocument): string {
  const held = officesNow(context.actor, context.now).find(({ placeId }) => path.includes(placeId));
  const { name } = personOf(context);
  return held ? `${name}（${OFFICE_WORDS[held.office]}）` : name;
}

/** The version that a place lays down now; its number comes from the place, which is written with it (PATH-22). */
export function versionOf(
  context: Context,
  place: PlaceDocument,
  { profile, basis, photos }: LaidDown,
): ProfileVersionDocument {
  const number = (place.profileVersion ?? 0) + 1;
  const { _id: placeId } = place;
  return {
    _id: profileVersions.idOf(placeId, number),
    ...{ placeId, number, profile, basis, photos },
    by: layerOf(context, place),
    at: context.now,
  };
}
