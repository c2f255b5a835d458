import type { BodyKind } from '@contract/decision';
import { requireWhole } from './figures';

/** Where the area of a home comes from, best first (ROLL-8). */
export type AreaBasis = 'registered' | 'surveyed' | 'contract';
/** Why a parking space counts as an exclusive part, or that it does not (ROLL-6). */
export type ParkingBasis = 'registered' | 'community-rule' | 'none';

/** A home, shop, office room or parking space as the roll has it. */
export interface RollHome {
  homeId: string;
  /** 0.01 m² */
  area: number;
  areaBasis: AreaBasis;
  /** Only for a parking space. */
  parking?: ParkingBasis;
  /** 'developer' while unsold, or sold and not handed over (ROLL-4): its buyers are not asked yet. */
  holder: 'owners' | 'developer';
  /** One key for each co-owner, given or confirmed by a person, never made from a name (ROLL-3). */
  ownerKeys: readonly string[];
  /** The co-owner whom they named (ROLL-7). */
  named?: string;
}

/** One voter of a frozen roll. */
export interface RollEntry {
  kind: BodyKind;
  /** Unique in the roll and the same whatever the order of its making. */
  voter: string;
  /** Keys of those who could vote for it; empty for the developer. */
  people: string[];
  /** The one whose ballot counts, null where nobody was named. */
  named: string | null;
  /** 0.01 m² */
  area: number;
  homes: { homeId: string; area: number; areaBasis: AreaBasis; parking: ParkingBasis | null }[];
}

export const DEVELOPER = 'developer';

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const sortedSet = (keys: readonly string[]) => [...new Set(keys)].sort(byCode);

function groupKey(home: RollHome): string {
  if (home.holder === 'developer') return DEVELOPER;
  if (home.ownerKeys.length === 0 || home.ownerKeys.includes('')) {
    throw new RangeError(`home ${home.homeId} has no owner key`);
  }
  if (home.named !== undefined && !home.ownerKeys.includes(home.named)) {
    throw new RangeError(`home ${home.homeId} names somebody who does not own it`);
  }
  // As JSON, keys with any character in them cannot run into each other.
  return `owners:${JSON.stringify(sortedSet(home.ownerKeys))}`;
}

/** The co-owner named; null where nobody is, or where the homes of a group name different ones. */
function namedOf(people: readonly string[], homes: readonly RollHome[]): string | null {
  if (people.length === 1) return people[0] ?? null;
  const named = sortedSet(homes.flatMap((home) => home.named ?? []));
  return named.length === 1 ? (named[0] ?? null) : null;
}

function entryOf(voter: string, homes: readonly RollHome[]): RollEntry {
  const people = voter === DEVELOPER ? [] : sortedSet(homes[0]?.ownerKeys ?? []);
  const inOrder = [...homes].sort((a, b) => byCode(a.homeId, b.homeId));
  return {
    kind: 'owner-groups',
    voter,
    people,
    named: namedOf(people, voter === DEVELOPER ? [] : homes),
    area: homes.reduce((sum, home) => sum + home.area, 0),
    homes: inOrder.map(({ homeId, area, areaBasis, parking }) => {
      return { homeId, area, areaBasis, parking: parking ?? null };
    }),
  };
}

/** What the law counts as an exclusive part: a parking space only on its basis (ROLL-6). */
export function countsAsPart(home: RollHome): boolean {
  return home.parking !== 'none';
}

/**
 * Owner groups of a roll, one head each, in the order of their keys (ROLL-1 … ROLL-6). Throws RangeError for a
 * home without owner, an area that is no whole number above nought, or a home listed twice.
 */
export function groupOwners(homes: readonly RollHome[]): RollEntry[] {
  const groups = new Map<string, RollHome[]>();
  const seen = new Set<string>();
  for (const home of homes) {
    if (seen.has(home.homeId)) throw new RangeError(`home ${home.homeId} is listed twice`);
    seen.add(home.homeId);
    requireWhole(home.area, `area of ${home.homeId}`);
    if (home.area === 0) throw new RangeError(`home ${home.homeId} has no area`);
    if (!countsAsPart(home)) continue;
    const key = groupKey(home);
    const group = groups.get(key);
    if (group) group.push(home);
    else groups.set(key, [home]);
  }
  return [...groups]
    .map(([voter, members]) => entryOf(voter, members))
    .sort((a, b) => byCode(a.voter, b.voter));
}

/** Heads and area of all voters of a roll, the base of every figure. */
export function rollTotals(entries: readonly RollEntry[]): { heads: number; area: number } {
  return { heads: entries.length, area: entries.reduce((sum, entry) => sum + entry.area, 0) };
}
