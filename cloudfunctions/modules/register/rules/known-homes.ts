import type { HomeDocument, PlaceDocument } from '../../members/documents';
import { halfWidth } from './cells';

export interface KnownHomes {
  find(placeId: string, room: string): HomeDocument | null;
}

/** '幸福里1栋1单元０１01室' in 幸福里 › 1栋 › 1单元 → '0101': what is left of a label beside the names of its places. */
function roomOf(label: string, names: readonly string[]): string {
  const rest = names.reduce(
    (text, name) => (text.startsWith(name) ? text.slice(name.length) : text),
    halfWidth(label).replace(/\s/g, ''),
  );
  return rest.replace(/[室号]$/, '');
}

/** Finds homes of the register by their place and room, however their labels begin: homes recorded by hand are known again (REG-6). */
export function knownHomes(places: readonly PlaceDocument[], homes: readonly HomeDocument[]): KnownHomes {
  const byId = new Map(places.map((place) => [place._id, place]));
  const namesOf = (placeId: string): string[] => {
    const path = byId.get(placeId)?.path ?? [];
    return path.flatMap((id) => byId.get(id)?.name ?? []).map((name) => halfWidth(name).replace(/\s/g, ''));
  };
  const keyOf = (placeId: string, room: string) => JSON.stringify([placeId, room]);
  const known = new Map<string, HomeDocument>();
  for (const home of homes) known.set(keyOf(home.placeId, roomOf(home.label, namesOf(home.placeId))), home);
  return { find: (placeId, room) => known.get(keyOf(placeId, roomOf(room, []))) ?? null };
}
