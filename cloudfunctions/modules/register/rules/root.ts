import type { PlaceKind } from '@contract/places';

const HOLDERS: readonly PlaceKind[] = ['estate', 'village-group', 'park', 'office-building', 'building'];
const WITH_BUILDINGS: readonly PlaceKind[] = ['estate', 'village-group', 'park'];

/**
 * The place whose register the homes of a path stand in: the uppermost below the community that holds homes. One register each,
 * so that two imports can never cover the same home (REG-7). Null above it.
 */
export function registerRoot<P extends { kind: PlaceKind }>(onPath: readonly P[]): P | null {
  return onPath.find(({ kind }) => HOLDERS.includes(kind)) ?? null;
}

/** Whether buildings hang below it; an office building has rooms, or units, of its own. */
export const hasBuildings = (kind: PlaceKind): boolean => WITH_BUILDINGS.includes(kind);
export const hasUnits = (kind: PlaceKind): boolean => kind === 'building' || kind === 'office-building';
