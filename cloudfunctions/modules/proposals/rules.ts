import type { Body, BodyKind } from '@contract/decision';
import type { PlaceKind } from '@contract/places';
import type { CallingLine } from '@contract/proposals';
import { callingWays, callStanding } from '../motions/rules/convening';
import { isAdult } from '../motions/rules/roll-people';
import { groupOwners } from '../motions/rules/roll';

const TITLE_MAX = 40;

/** The first sentence, cut to 40 characters: one sentence is enough for a proposal (PRO-1). */
export function titleOf(text: string): string {
  const sentence = text.split(/[。！？!?\n]/).find((part) => part.trim().length > 0) ?? text;
  const characters = [...sentence.trim()];
  return characters.length <= TITLE_MAX
    ? characters.join('')
    : `${characters.slice(0, TITLE_MAX - 1).join('')}…`;
}

const YARDS: readonly PlaceKind[] = ['estate', 'village-group', 'park', 'office-building'];

interface PlaceOfKind {
  kind: PlaceKind;
}

/** The place that somebody with a home on this path means if they name none: their estate, else the nearest place. */
export function homeYard<P extends PlaceOfKind>(fromTheCityDown: readonly P[]): P | null {
  return fromTheCityDown.find((place) => YARDS.includes(place.kind)) ?? fromTheCityDown.at(-1) ?? null;
}

/** The body that can be called about a matter of this kind of place (PATH-7); null where supporters cannot call one. */
export function bodyAt(kind: PlaceKind): Body | null {
  if (kind === 'estate' || kind === 'park' || kind === 'office-building') return 'owners';
  return kind === 'community' ? 'residents-assembly' : null;
}

/** A home as the register has it, reduced to what support is counted by. */
export interface RegisterRow {
  homeId: string;
  use: 'home' | 'shop' | 'office' | 'parking';
  area: number;
  areaBasis: 'land-register' | 'surveyed' | 'contract';
  parkingBasis: 'registered' | 'community-rule' | 'none' | null;
  holding: 'owner' | 'unsold' | 'not-handed-over';
  ownerKeys: readonly string[];
  residents: readonly { key: string; bornOn: string }[];
}

/** Everybody whose support can count in a place: what the shares of PATH-7 are taken of. */
export interface SupportBase {
  /** Owner keys of each owner group (ROLL-1); empty for the developer's, who signs nothing. */
  groups: readonly (readonly string[])[];
  /** Homes that a household can speak for. */
  homeIds: ReadonlySet<string>;
  adultKeys: ReadonlySet<string>;
  /** Owners and residents of each home, by its id. */
  keysAt: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A register that still lacks an owner or an area counts as far as it goes: only a frozen roll has to be whole. */
export function supportBaseOf(rows: readonly RegisterRow[], on: string): SupportBase {
  const complete = rows.filter(
    (row) => row.area > 0 && (row.holding !== 'owner' || row.ownerKeys.length > 0),
  );
  const groups = groupOwners(complete.map((row) => ({ ...row, namedKey: null })));
  const adults = rows.flatMap((row) => row.residents.filter((resident) => isAdult(resident.bornOn, on)));
  return {
    groups: groups.map((group) => (group.developer ? [] : group.keys)),
    homeIds: new Set(rows.filter((row) => row.use === 'home').map((row) => row.homeId)),
    adultKeys: new Set(adults.map((resident) => resident.key)),
    keysAt: new Map(
      rows.map((row) => [row.homeId, new Set([...row.ownerKeys, ...row.residents.map(({ key }) => key)])]),
    ),
  };
}

/** One support, by whatever number of homes. */
export interface SupportGiven {
  personId: string;
  homeIds: readonly string[];
  ownerKeys: readonly string[];
  residentKeys: readonly string[];
}

export interface SupportFigures {
  persons: number;
  homes: number;
  heads: number;
  /** Those who count as voters of an assembly: adults of the register, its homes. */
  adults: number;
  households: number;
}

/** Support as the bodies count: a second supporter of one home or owner group adds nothing there (PRO-3, PRO-5). */
export function countSupport(supports: readonly SupportGiven[], base: SupportBase): SupportFigures {
  const owners = new Set(supports.flatMap((support) => support.ownerKeys));
  const homeIds = new Set(supports.flatMap((support) => support.homeIds));
  const residents = new Set(supports.flatMap((support) => support.residentKeys));
  return {
    persons: new Set(supports.map((support) => support.personId)).size,
    homes: homeIds.size,
    heads: base.groups.filter((keys) => keys.some((key) => owners.has(key))).length,
    adults: [...residents].filter((key) => base.adultKeys.has(key)).length,
    households: [...homeIds].filter((id) => base.homeIds.has(id)).length,
  };
}

function standing(
  by: BodyKind,
  figures: SupportFigures,
  base: SupportBase,
): [supporters: number, all: number] | null {
  if (by === 'owner-groups') return [figures.heads, base.groups.length];
  if (by === 'persons') return [figures.adults, base.adultKeys.size];
  return by === 'homes' ? [figures.households, base.homeIds.size] : null;
}

/** How many are missing to have the body called, in each way that neighbours have (PATH-7, PRO-4); delegates ask in their own meeting. */
export function callingLines(body: Body | null, figures: SupportFigures, base: SupportBase): CallingLine[] {
  if (body === null) return [];
  return callingWays(body).flatMap((way) => {
    const counted = standing(way.by, figures, base);
    if (!counted || counted[1] === 0) return [];
    const [supporters, all] = counted;
    const { needed, missing, article } = callStanding(way, supporters, all);
    return [{ body, by: way.by, supporters, all, needed, missing, article }];
  });
}
