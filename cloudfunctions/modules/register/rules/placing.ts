import type { PlaceDocument } from '../../members/documents';
import { halfWidth } from './cells';
import type { Ids } from './ids';
import type { ParsedHome } from './parsed-home';
import { hasBuildings, hasUnits } from './root';

export interface Placing {
  /** The place that the home hangs under, or why it cannot: a field with a sentence. */
  placeOf(
    home: Pick<ParsedHome, 'building' | 'unit'>,
  ): PlaceDocument | { field: 'building' | 'unit'; text: string };
  /** What was not there yet, parents before children. */
  made: PlaceDocument[];
}

/** '３号楼' and '3栋' are one building: what counts is the number, where there is one. */
export function placeKey(name: string): string {
  const plain = halfWidth(name).replace(/\s/g, '');
  return /^0*(\d+)(?:#|号)?(?:栋|幢|楼|座|单元|梯)?$/.exec(plain)?.[1] ?? plain;
}

/** Finds buildings and units by name under the register's place, and makes those that are missing (REG-6). */
export function placing(root: PlaceDocument, below: readonly PlaceDocument[], ids: Ids): Placing {
  const made: PlaceDocument[] = [];
  const known = new Map<string, PlaceDocument>();
  const keyOf = (parentId: string, name: string) => JSON.stringify([parentId, placeKey(name)]);
  for (const place of below) {
    const key = keyOf(place.parentId ?? '', place.name);
    if (!known.has(key)) known.set(key, place);
  }
  const child = (parent: PlaceDocument, name: string, kind: 'building' | 'unit') => {
    const key = keyOf(parent._id, name);
    const there = known.get(key);
    if (there) return there;
    const _id = ids.place(parent._id, name);
    const sort = Math.min(Number(/\d+/.exec(name)?.[0] ?? 0), 1_000_000);
    const path = [...parent.path, _id];
    const place = { _id, kind, name, parentId: parent._id, path, profile: null, sort, revision: 1 };
    known.set(key, place);
    made.push(place);
    return place;
  };
  return {
    made,
    placeOf: ({ building, unit }) => {
      if (building !== null && !hasBuildings(root.kind) && placeKey(building) !== placeKey(root.name)) {
        return { field: 'building', text: `“${root.name}”下面不分楼栋，请把这一列空着` };
      }
      const inBuilding =
        building !== null && hasBuildings(root.kind) ? child(root, building, 'building') : root;
      if (unit === null) return inBuilding;
      if (hasUnits(inBuilding.kind)) return child(inBuilding, unit, 'unit');
      return { field: 'unit', text: '写了单元，没有写楼栋，请写上楼栋' };
    },
  };
}
