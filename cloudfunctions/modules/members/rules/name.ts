import type { PersonDocument } from '../../../kernel/person';

/** What others read until a first name has passed the content check. */
const NAMELESS = '住户';

/** The names of a person after the content check said `held` about the new one (SEC-8). */
export function namesAfter(
  before: Pick<PersonDocument, 'name'> | null,
  name: string,
  held: 'review' | 'unanswered' | null,
): Pick<PersonDocument, 'name' | 'heldName'> {
  if (held === null) return { name, heldName: null };
  return { name: before?.name ?? NAMELESS, heldName: { text: name, held } };
}
