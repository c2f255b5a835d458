import type { PlaceKind } from '@contract/places';

/** What a place can hang under; a city is the root (MEM-12). */
const PARENTS: Record<PlaceKind, readonly PlaceKind[]> = {
  city: [],
  district: ['city'],
  street: ['district', 'city'],
  area: ['street'],
  community: ['street', 'area'],
  estate: ['community'],
  'village-group': ['community'],
  park: ['community', 'area', 'street'],
  'office-building': ['community', 'park', 'area', 'street'],
  building: ['estate', 'village-group', 'park', 'community'],
  unit: ['building', 'office-building'],
};

const HOLDS_HOMES: readonly PlaceKind[] = [
  'estate',
  'village-group',
  'park',
  'office-building',
  'building',
  'unit',
];

/** Places that their people call «my place»: where matters are raised and decided. */
const BELONGING: readonly PlaceKind[] = ['community', 'estate', 'village-group', 'park', 'office-building'];

export const fitsUnder = (kind: PlaceKind, parent: PlaceKind): boolean => PARENTS[kind].includes(parent);

/** Homes, shops, office rooms and parking spaces hang where people own: never under a street or a community itself. */
export const holdsHomes = (kind: PlaceKind): boolean => HOLDS_HOMES.includes(kind);

export const isBelonging = (kind: PlaceKind): boolean => BELONGING.includes(kind);
