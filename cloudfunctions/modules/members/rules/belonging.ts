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
