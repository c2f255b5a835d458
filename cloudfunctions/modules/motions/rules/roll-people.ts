import { addYears, dayNumber } from './days';
import type { RollEntry } from './roll';

const ADULT_YEARS = 18;

/** Whether somebody is 18 on a day, the birthday included (ROLL-9). Days are 'YYYY-MM-DD' in +08:00. */
export function isAdult(bornOn: string, on: string): boolean {
  return dayNumber(on) >= dayNumber(addYears(bornOn, ADULT_YEARS));
}

function entry(kind: RollEntry['kind'], voterKey: string, key: string | null): RollEntry {
  return {
    kind,
    voterKey,
    keys: key === null ? [] : [key],
    namedKey: key,
    developer: false,
    area: 0,
    homes: [],
  };
}

function inOrder(entries: Iterable<RollEntry>): RollEntry[] {
  return [...entries].sort((a, b) => (a.voterKey < b.voterKey ? -1 : 1));
}

/**
 * Adults of a place on the day its roll is frozen, each once however many homes and roles list them
 * (ROLL-9, ASM-13). Throws RangeError where one person comes with two days of birth.
 */
export function adultVoters(
  people: readonly { person: string; bornOn: string }[],
  frozenOn: string,
): RollEntry[] {
  const born = new Map<string, string>();
  for (const { person, bornOn } of people) {
    if ((born.get(person) ?? bornOn) !== bornOn) throw new RangeError(`two days of birth for ${person}`);
    born.set(person, bornOn);
  }
  const adults = [...born].filter(([, bornOn]) => isAdult(bornOn, frozenOn));
  return inOrder(adults.map(([person]) => entry('persons', `person:${person}`, person)));
}

/** One voter for each household, represented or not (ROLL-10, MEM-11). Throws RangeError for a home listed twice. */
export function householdVoters(
  homes: readonly { homeId: string; representative: string | null }[],
): RollEntry[] {
  const voters = new Map<string, RollEntry>();
  for (const { homeId, representative } of homes) {
    const voter = `home:${homeId}`;
    if (voters.has(voter)) throw new RangeError(`home ${homeId} is listed twice`);
    voters.set(voter, entry('homes', voter, representative));
  }
  return inOrder(voters.values());
}

/** Members of a delegates' meeting, each once. */
export function delegateVoters(members: readonly string[]): RollEntry[] {
  return inOrder([...new Set(members)].map((person) => entry('delegates', `delegate:${person}`, person)));
}
