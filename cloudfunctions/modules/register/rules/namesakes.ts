import type { ImportProblem } from '@contract/register-import';
import type { ImportedHome, NamesakeDocument, NamesakeMember } from '../documents';
import { TITLES } from './headings';

export type Group = Pick<NamesakeDocument, 'name' | 'members' | 'samePhone' | 'decision'>;

/** Telephone numbers by row, to compare. */
export type Phones = ReadonlyMap<number, string>;

/** Whether the register already says who is who: then it goes on as it was (REG-5). */
export function isDecided(members: readonly NamesakeMember[]): boolean {
  return members.every(({ given, known }) => given || known);
}

/** Two given keys are two persons: no confirmation makes them one. */
export function canBeSame(members: readonly NamesakeMember[]): boolean {
  return new Set(members.filter(({ given }) => given).map(({ key }) => key)).size <= 1;
}

function sameOf(members: readonly { row: number }[], phones: Phones): boolean {
  const numbers = new Set(members.map(({ row }) => phones.get(row) ?? ''));
  return numbers.size === 1 && !numbers.has('');
}

/**
 * Names that stand in several homes and not everywhere with a key: somebody has to say whether each is one person (ROLL-3). What is
 * unsold is the developer's as a whole, and a space in the row of its owner's home is that owner's.
 */
export function namesakesIn(
  homes: readonly ImportedHome[],
  knownKeys: ReadonlyMap<string, ReadonlySet<string>>,
  phones: Phones,
): Group[] {
  const byName = new Map<string, (NamesakeMember & { row: number })[]>();
  for (const { homeId, rowHomeId, label, owners, row, holding } of homes) {
    if (holding === 'unsold' || homeId !== rowHomeId) continue;
    for (const { name, key, given } of owners) {
      const known = knownKeys.get(homeId)?.has(key) ?? false;
      byName.set(name, [...(byName.get(name) ?? []), { homeId, label, key, given, known, row }]);
    }
  }
  return [...byName].flatMap(([name, found]) => {
    if (found.length < 2 || found.every(({ given }) => given)) return [];
    const members = found.map(({ row: _row, ...member }) => member);
    const decision = isDecided(members) ? ('before' as const) : null;
    return [{ name, members, samePhone: sameOf(found, phones), decision }];
  });
}

/** In more homes than this a name is confirmed by nobody, home by home: then the file has to say who is who. */
const MOST = 200;

export function crowdedProblems(groups: readonly Group[]): ImportProblem[] {
  return groups
    .filter(({ members }) => members.length > MOST)
    .map(({ name, members }) => {
      const text = `“${name}”是${members.length}套房的业主，太多了没法逐一确认，请填业主编号`;
      return { row: null, column: TITLES.ownerKeys, text };
    });
}

const at = (homeId: string, name: string) => JSON.stringify([homeId, name]);

/** A key of the file before one that the register knew, and that before one that the server would make. */
function keyOfOne(members: readonly NamesakeMember[]): string {
  const best = members.find(({ given }) => given) ?? members.find(({ known }) => known) ?? members[0];
  return best?.key ?? '';
}

/** Each member a key of its own: the first that has one keeps it. */
function apart(members: readonly NamesakeMember[], own: (homeId: string) => string): string[] {
  const taken = new Set<string>();
  return members.map(({ homeId, key, given }) => {
    const mine = given || !taken.has(key) ? key : own(homeId);
    taken.add(mine);
    return mine;
  });
}

/** The keys that follow from what was decided: who is one person has one key in all their homes (REG-5). */
export function decidedKeys(
  groups: readonly Pick<NamesakeDocument, 'name' | 'members' | 'decision'>[],
  ownKey: (homeId: string, name: string) => string,
): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const { name, members, decision } of groups) {
    if (decision !== 'same' && decision !== 'different') continue;
    const one = keyOfOne(members);
    const each = decision === 'same' ? [] : apart(members, (homeId) => ownKey(homeId, name));
    members.forEach(({ homeId }, n) => keys.set(at(homeId, name), each[n] ?? one));
  }
  return keys;
}

/** The home with the keys as decided; whom the co-owners named goes with them. */
export function withDecidedKeys(home: ImportedHome, keys: ReadonlyMap<string, string>): ImportedHome {
  const renamed = new Map(
    home.owners.flatMap(({ key, name, given }) => {
      const decided = given ? undefined : keys.get(at(home.rowHomeId, name));
      return decided === undefined ? [] : [[key, decided] as const];
    }),
  );
  const owners = home.owners.map((owner) => ({ ...owner, key: renamed.get(owner.key) ?? owner.key }));
  const { namedOwner } = home;
  const named = namedOwner && { ...namedOwner, key: renamed.get(namedOwner.key) ?? namedOwner.key };
  return { ...home, owners, ...(named ? { namedOwner: named } : {}) };
}
