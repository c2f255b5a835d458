import type { BodyKind } from '@contract/decision';
import { requireWhole } from './figures';

/** Where the area of a home comes from, best first (ROLL-8). */
export type AreaBasis = 'land-register' | 'surveyed' | 'contract';
/** Why a parking space counts as an exclusive part, or that it does not (ROLL-6). */
export type ParkingBasis = 'registered' | 'community-rule' | 'none';

/** A home, shop, office room or parking space as the roll has it. */
export interface RollHome {
  homeId: string;
  /** 0.01 m² */
  area: number;
  areaBasis: AreaBasis;
  /** Null for anything but a parking space. */
  parkingBasis: ParkingBasis | null;
  /** Unsold, or sold and not handed over, it is the developer's (ROLL-4): its buyers are not asked yet. */
  holding: 'owner' | 'unsold' | 'not-handed-over';
  /** One key for each co-owner, given or confirmed by a person, never made from a name (ROLL-3). */
  ownerKeys: readonly string[];
  /** The co-owner whom they named (ROLL-7). */
  namedKey: string | null;
}

/** One voter of a frozen roll. */
export interface RollEntry {
  kind: BodyKind;
  /** Unique in the roll and the same whatever the order of its making. */
  voterKey: string;
  /** Keys of those who could vote for it; for the developer those that its unsold homes carry. */
  keys: string[];
  /** The one whose ballot counts, null where nobody was named. */
  namedKey: string | null;
  developer: boolean;
  /** 0.01 m² */
  area: number;
  homes: { homeId: string; area: number; areaBasis: AreaBasis; parkingBasis: ParkingBasis | null }[];
}

export const DEVELOPER = 'developer';

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const sortedSet = (keys: readonly string[]) => [...new Set(keys)].sort(byCode);

function groupKey(home: RollHome): string {
  if (home.holding !== 'owner') return DEVELOPER;
  if (home.ownerKeys.length === 0 || home.ownerKeys.includes('')) {
    throw new RangeError(`home ${home.homeId} has no owner key`);
  }
  if (home.namedKey !== null && !home.ownerKeys.includes(home.namedKey)) {
    throw new RangeError(`home ${home.homeId} names somebody who does not own it`);
  }
  // As JSON, keys with any character in them cannot run into each other.
  return `owners:${JSON.stringify(sortedSet(home.ownerKeys))}`;
}

/** The co-owner named; null where nobody is, or where the homes of a group name different ones. */
function namedOf(keys: readonly string[], homes: readonly RollHome[]): string | null {
  if (keys.length === 1) return keys[0] ?? null;
  const named = sortedSet(homes.flatMap((home) => home.namedKey ?? []));
  return named.length === 1 ? (named[0] ?? null) : null;
}

function entryOf(voterKey: string, homes: readonly RollHome[]): RollEntry {
  // The owners of a home that is not handed over are its buyers: they do not vote for the developer.
  const speaking = homes.filter(({ holding }) => holding !== 'not-handed-over');
  const keys = sortedSet(speaking.flatMap((home) => home.ownerKeys));
  const inOrder = [...homes].sort((a, b) => byCode(a.homeId, b.homeId));
  return {
    kind: 'owner-groups',
    voterKey,
    keys,
    namedKey: namedOf(keys, speaking),
    developer: voterKey === DEVELOPER,
    area: homes.reduce((sum, home) => sum + home.area, 0),
    homes: inOrder.map(({ homeId, area, areaBasis, parkingBasis }) => {
      return { homeId, area, areaBasis, parkingBasis };
    }),
  };
}

/** What the law counts as an exclusive part: a parking space only on its basis (ROLL-6). */
export function countsAsPart(home: RollHome): boolean {
  return home.parkingBasis !== 'none';
}

/**
 * Owner groups of a roll, one head each, in the order of their keys (ROLL-1 … ROLL-6). Throws RangeError for a home
 * that counts and has no owner or no area, an area that is no whole number, or a home listed twice.
 */
export function groupOwners(homes: readonly RollHome[]): RollEntry[] {
  const groups = new Map<string, RollHome[]>();
  const seen = new Set<string>();
  for (const home of homes) {
    if (seen.has(home.homeId)) throw new RangeError(`home ${home.homeId} is listed twice`);
    seen.add(home.homeId);
    requireWhole(home.area, `area of ${home.homeId}`);
    if (!countsAsPart(home)) continue;
    if (home.area === 0) throw new RangeError(`home ${home.homeId} has no area`);
    const key = groupKey(home);
    const group = groups.get(key);
    if (group) group.push(home);
    else groups.set(key, [home]);
  }
  return [...groups]
    .map(([voterKey, members]) => entryOf(voterKey, members))
    .sort((a, b) => byCode(a.voterKey, b.voterKey));
}

/** Heads and area of all voters of a roll, the base of every figure. */
export function rollTotals(entries: readonly RollEntry[]): { heads: number; area: number } {
  return { heads: entries.length, area: entries.reduce((sum, entry) => sum + entry.area, 0) };
}
