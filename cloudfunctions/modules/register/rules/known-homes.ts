import type { HomeDocument, PlaceDocument } from '../../members/documents';
import { halfWidth } from './cells';

export interface KnownHomes {
  find(placeId: string, room: string): HomeDocument | null;
}

/** '0301', '301室' and '301' are one room of their place: spreadsheets lose zeros, people leave words out. */
export function roomKey(placeId: string, room: string): string {
  const plain = halfWidth(room)
    .replace(/\s/g, '')
    .replace(/[室号]$/, '')
    .replace(/^0+(?=\d+$)/, '');
  return JSON.stringify([placeId, plain]);
}

/** '幸福里1栋1单元０１01室' in 幸福里 › 1栋 › 1单元 → '0101': what is left of a label beside the names of its places. */
function roomOf(label: string, names: readonly string[]): string {
  return names.reduce(
    (text, name) => (text.startsWith(name) ? text.slice(name.length) : text),
    halfWidth(label).replace(/\s/g, ''),
  );
}

/** Finds homes of the register by their place and room, however their labels begin: homes recorded by hand are known again (REG-6). */
export function knownHomes(places: readonly PlaceDocument[], homes: readonly HomeDocument[]): KnownHomes {
  const byId = new Map(places.map((place) => [place._id, place]));
  const namesOf = (placeId: string): string[] => {
    const path = byId.get(placeId)?.path ?? [];
    return path.flatMap((id) => byId.get(id)?.name ?? []).map((name) => halfWidth(name).replace(/\s/g, ''));
  };
  const known = new Map<string, HomeDocument>();
  // Of two that are called alike the one that stands comes last, and stays.
  const inOrder = [...homes].sort((a, b) => Number(!a.goneAt) - Number(!b.goneAt));
  for (const home of inOrder) {
    known.set(roomKey(home.placeId, roomOf(home.label, namesOf(home.placeId))), home);
  }
  return { find: (placeId, room) => known.get(roomKey(placeId, room)) ?? null };
}
