import type { PersonDocument } from '../../../kernel/person';

/** What others read until a first name has passed the content check. */
const NAMELESS = '住户';

/** The names of a person who chose `name`; `heldAt` is when the content check was asked about it and did not answer, or null (SEC-8). */
export function namesAfter(
  before: Pick<PersonDocument, 'name'> | null,
  name: string,
  heldAt: number | null,
): Pick<PersonDocument, 'name' | 'heldName'> {
  if (heldAt === null) return { name, heldName: null };
  return { name: before?.name ?? NAMELESS, heldName: { text: name, held: 'unanswered', askedAt: heldAt } };
}
