import type { PlaceKind } from '@contract/places';
import type { Office } from '@contract/roles';

const CONSTITUENCIES: readonly PlaceKind[] = ['estate', 'park', 'office-building'];

/** The kinds of place that have the office (MEM-6). */
const PLACES: Record<Office, readonly PlaceKind[]> = {
  administrator: ['city', 'district', 'street', 'community'],
  'street-officer': ['street', 'area'],
  secretary: ['community'],
  'residents-committee': ['community'],
  'villagers-committee': ['community'],
  'owners-committee': CONSTITUENCIES,
  'grid-worker': ['community', 'village-group', 'building', ...CONSTITUENCIES],
  'property-manager': CONSTITUENCIES,
  'building-head': ['building', 'unit'],
  'residents-delegate': ['community', 'building', ...CONSTITUENCIES],
  'villagers-delegate': ['community', 'village-group'],
};

const BY_SECRETARY: readonly Office[] = [
  'grid-worker',
  'building-head',
  'residents-delegate',
  'villagers-delegate',
  'residents-committee',
  'villagers-committee',
  'owners-committee',
  'property-manager',
];

/** The offices that give and withdraw an office, each within its own place (MEM-8). */
const GIVERS = {
  administrator: (): boolean => true,
  'street-officer': (office: Office) => office === 'secretary',
  secretary: (office: Office) => BY_SECRETARY.includes(office),
} satisfies Partial<Record<Office, (office: Office) => boolean>>;

export function officeFits(office: Office, kind: PlaceKind): boolean {
  return PLACES[office].includes(kind);
}

/** Which offices may give this one. */
export function giversOf(office: Office): Office[] {
  const givers = Object.entries(GIVERS) as [keyof typeof GIVERS, (office: Office) => boolean][];
  return givers.filter(([, gives]) => gives(office)).map(([giver]) => giver);
}
