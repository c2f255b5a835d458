import type { PlaceKind } from '@contract/places';
import type { LocalProfile } from '@contract/profile';
import type { HomeRelation } from '@contract/roles';

/** Collection `places`: the tree from the city down to the unit. Homes hang below it in `homes`. */
export interface PlaceDocument {
  _id: string;
  kind: PlaceKind;
  name: string;
  parentId: string | null;
  /** Ids from the city down to this place itself. */
  path: string[];
  /** The property management area's or community's own rules; null: inherited from the nearest place above that has one. */
  profile: LocalProfile | null;
  /** How often one was laid down or dropped here (`profile_versions`); missing: never. */
  profileVersion?: number;
  sort: number;
  revision: number;
}

/** Collection `profile_versions`: what a place laid down once. `_id` is made of place and number; immutable (PATH-22). */
export interface ProfileVersionDocument {
  _id: string;
  placeId: string;
  /** Counts from 1; given by the place, which is written with it. */
  number: number;
  /** Null: it was dropped, and the place follows the one above again. */
  profile: LocalProfile | null;
  /** Empty of one that came with the place. */
  basis: string;
  photos: string[];
  /** Name and office. */
  by: string;
  at: number;
}

export interface RegisteredOwner {
  /** Names the same owner wherever they own; never the name itself (ROLL-3). */
  key: string;
  name: string;
  /** What proves a buyer in possession who is not in the land register yet; null for a registered owner (ROLL-13). */
  proof: string | null;
}

export interface RegisteredResident {
  key: string;
  name: string;
  /** 'YYYY-MM-DD' */
  bornOn: string;
}

/** Collection `homes`: the register row of a home, a shop, an office room or a parking space. */
export interface HomeDocument {
  _id: string;
  /** The building, unit or group that it lies in. */
  placeId: string;
  /** Ids from the city down to the home itself. */
  path: string[];
  /** '3栋2单元501' */
  label: string;
  use: 'home' | 'shop' | 'office' | 'parking';
  /** 0.01 m² */
  area: number;
  areaBasis: 'land-register' | 'surveyed' | 'contract';
  /** Only of parking: whether it counts (ROLL-6). */
  parkingBasis: 'registered' | 'community-rule' | 'none' | null;
  /** unsold and not-handed-over homes belong to the developer's group (ROLL-4). */
  holding: 'owner' | 'unsold' | 'not-handed-over';
  owners: RegisteredOwner[];
  /** The co-owner whom the others named; null where nobody is named (ROLL-7). */
  namedOwnerKey: string | null;
  /** Where the naming is recorded: '2025-11-03 共有人声明, 社区存档 12 号'; null where nobody is named. */
  namedOwnerProof: string | null;
  residents: RegisteredResident[];
  /** The household representative, by resident key; null where none is chosen. */
  representativeKey: string | null;
  /** Since when the register does not have it any more; left out or null while it does (REG-10). */
  goneAt?: number | null;
  revision: number;
}

/** Collection `claims`: somebody says that a home is theirs, with a proof; an officer decides. */
export interface ClaimDocument {
  _id: string;
  personId: string;
  personName: string;
  homeId: string;
  homeLabel: string;
  path: string[];
  relation: HomeRelation;
  /** The name under which they stand in the register. */
  registerName: string;
  note: string;
  photos: string[];
  state: 'pending' | 'accepted' | 'refused' | 'withdrawn';
  decidedBy: string | null;
  reason: string | null;
  revision: number;
  createdAt: number;
  decidedAt: number | null;
}

/** Collection `letterbox_codes`; `_id` is the home's id, so that a home has one code and a new one ends the old. */
export interface LetterboxCodeDocument {
  _id: string;
  /** The code itself is printed once and kept nowhere. */
  hash: string;
  issuedAt: number;
  /** Whoever used it; null while it waits. */
  usedBy: string | null;
  usedAt: number | null;
}
