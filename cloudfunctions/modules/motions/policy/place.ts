import type { Body, Membership } from '@contract/decision';
import type { ErrorCode } from '@contract/errors';
import type { PlaceKind } from '@contract/places';
import type { LocalProfile } from '@contract/profile';
import { narrowerAreaRefusal } from '../rules/written';

const MANAGED: PlaceKind[] = ['estate', 'park', 'office-building'];
const PARTS: PlaceKind[] = ['building', 'unit'];

/** Where a body is at home. */
const WHERE: Record<Body, readonly PlaceKind[]> = {
  owners: MANAGED,
  'residents-assembly': ['community'],
  'residents-delegates': ['community'],
  'villagers-assembly': ['community'],
  'villagers-delegates': ['community'],
  'villagers-group': ['village-group'],
  yard: ['area', 'community', 'village-group', ...MANAGED, ...PARTS],
};

/** Whether a body can decide for such a place; part of a management area needs an authority (OWN-9). */
export function bodyPlaceRefusal(body: Body, kind: PlaceKind, profile: LocalProfile): ErrorCode | null {
  if (WHERE[body].includes(kind)) return null;
  return body === 'owners' && PARTS.includes(kind) ? narrowerAreaRefusal(profile) : 'PLACE_KIND_WRONG';
}

/** A property management area, whose owners meet and have a fund together. */
export const isManagedArea = (kind: PlaceKind): boolean => MANAGED.includes(kind);

const BOTH: readonly Membership[] = ['adults', 'households'];

/** The kinds of voters that a motion can choose between; none where the body has one kind only (ASM-1, ASM-3, ASM-6). */
export function membershipsOf(body: Body): readonly Membership[] {
  return ['residents-assembly', 'villagers-assembly', 'villagers-group'].includes(body) ? BOTH : [];
}
