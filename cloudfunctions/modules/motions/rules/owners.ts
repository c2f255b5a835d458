import type { AreaBasis, RollEntry } from './roll';

/** Areas known of a home, in 0.01 m². */
export interface KnownAreas {
  'land-register'?: number;
  surveyed?: number;
  contract?: number;
}

const AREA_ORDER: readonly AreaBasis[] = ['land-register', 'surveyed', 'contract'];

/** The area that counts and where it comes from (ROLL-8); null where none is known. */
export function areaOf(known: KnownAreas): { area: number; areaBasis: AreaBasis } | null {
  for (const areaBasis of AREA_ORDER) {
    const area = known[areaBasis];
    if (area !== undefined) return { area, areaBasis };
  }
  return null;
}

/** How somebody came to own: registered, by inheritance, judgment or construction, or bought and in possession. */
export type OwnerTitle = 'registered' | 'by-law' | 'in-possession';

/** The law lets a buyer in possession be taken for an owner; that is recorded with its proof (ROLL-13). */
export function recognisedAsOwner(title: OwnerTitle, proof: string | null): boolean {
  return title !== 'in-possession' || Boolean(proof?.trim());
}

/** votes: alone may. first-stands: may unless another co-owner has. named-another: the one named votes. */
export type CoOwnerStanding = 'votes' | 'first-stands' | 'named-another' | 'not-an-owner';

/** What a person is to the one ballot of an owner group (ROLL-7, BAL-9). */
export function coOwnerStanding(group: RollEntry, key: string): CoOwnerStanding {
  if (!group.keys.includes(key)) return 'not-an-owner';
  if (group.namedKey === null) return 'first-stands';
  return group.namedKey === key ? 'votes' : 'named-another';
}

export interface AffectedQuestion {
  groups: readonly RollEntry[];
  /** The home that is to become a business. */
  applicantHomeId: string;
  /** Every home of its building. */
  buildingHomeIds: readonly string[];
  /** Homes outside it whose owners proved that they are affected. */
  provenHomeIds: readonly string[];
}

/** The owners who must all agree to a business in a home (OWN-8). Throws RangeError for a home off the roll. */
export function affectedGroups(question: AffectedQuestion): RollEntry[] {
  const { groups, applicantHomeId, buildingHomeIds, provenHomeIds } = question;
  const owns = (group: RollEntry, homeIds: ReadonlySet<string>) =>
    group.homes.some(({ homeId }) => homeIds.has(homeId));
  const applicant = groups.find((group) => owns(group, new Set([applicantHomeId])));
  if (!applicant) throw new RangeError(`home ${applicantHomeId} is not on the roll`);
  const affected = new Set([...buildingHomeIds, ...provenHomeIds]);
  return groups.filter((group) => group.voterKey !== applicant.voterKey && owns(group, affected));
}
