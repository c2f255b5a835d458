/** Of one person for one session, and of everybody (FORM-9). */
export const OWN_MAX = 3;
export const ALL_MAX = 30;

/** Why nobody, or this person, can add a suggestion, by what there is already. */
export function countRefusal(
  suggestions: readonly { personId: string }[],
  personId: string,
): 'SUGGESTIONS_OWN_FULL' | 'SUGGESTIONS_FULL' | null {
  if (suggestions.length >= ALL_MAX) return 'SUGGESTIONS_FULL';
  return suggestions.filter((one) => one.personId === personId).length >= OWN_MAX
    ? 'SUGGESTIONS_OWN_FULL'
    : null;
}

/** How many more this person may make, and anybody. */
export function left(suggestions: readonly { personId: string }[], personId: string) {
  const all = Math.max(0, ALL_MAX - suggestions.length);
  const own = OWN_MAX - suggestions.filter((one) => one.personId === personId).length;
  return { mine: Math.max(0, Math.min(own, all)), all };
}
