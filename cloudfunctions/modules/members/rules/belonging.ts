import type { Office } from '@contract/roles';
import type { OfficeHeld, PersonDocument, Tie } from '../../../kernel/person';

/** Every place (a home counts as one) that a tie or an office lies in. */
function placesOf(ties: readonly Tie[], offices: readonly OfficeHeld[]): string[] {
  return [...new Set([...ties, ...offices].flatMap(({ path }) => path))].sort();
}

/** The person with other ties or offices, and the places that follow from them. */
export function withBelongings(
  person: PersonDocument,
  changed: Partial<Pick<PersonDocument, 'ties' | 'offices'>>,
): PersonDocument {
  const after = { ...person, ...changed };
  return { ...after, places: placesOf(after.ties, after.offices), revision: person.revision + 1 };
}

/** Offices that are seats in a delegates' meeting: a frozen roll knows their people by them (ROLL-18). */
const SEATS: readonly Office[] = [
  'residents-delegate',
  'villagers-delegate',
  'residents-committee',
  'villagers-committee',
];
/** Longer than any vote lasts from its roll to its end. */
const KEPT_MS = 400 * 24 * 60 * 60 * 1000;

/** The person without offices that have ended by `at` (epoch ms); a seat stays known for the rolls that were frozen before. */
export function withoutOffices(
  person: PersonDocument,
  ended: readonly OfficeHeld[],
  at: number,
): PersonDocument {
  const rest = withBelongings(person, { offices: person.offices.filter((held) => !ended.includes(held)) });
  const known = (person.formerSeats ?? []).filter(({ untilAt }) => untilAt > at - KEPT_MS);
  const seats = ended.filter(({ office, fromAt }) => SEATS.includes(office) && fromAt <= at);
  const formerSeats = [...known, ...seats.map((held) => ({ ...held, untilAt: Math.min(held.untilAt, at) }))];
  return formerSeats.length > 0 || person.formerSeats ? { ...rest, formerSeats } : rest;
}
