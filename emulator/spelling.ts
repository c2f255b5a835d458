/** A beginning of so many signs tells what is meant, as a singular does for a plural. */
const TELLING_START = 4;

/** ` (did you mean "…"?)` for a name that is not known but nearly: another case, one sign more, less or other, or its beginning. */
export function didYouMean(written: string, known: readonly string[]): string {
  const meant = known.find((name) => isSlipOf(written.toLowerCase(), name.toLowerCase()));
  return meant === undefined ? '' : ` (did you mean "${meant}"?)`;
}

function isSlipOf(written: string, name: string): boolean {
  if (written.length >= TELLING_START && (name.startsWith(written) || written.startsWith(name))) return true;
  const shorter = Math.min(written.length, name.length);
  let start = 0;
  while (start < shorter && written[start] === name[start]) start += 1;
  let end = 0;
  while (end < shorter - start && written.at(-1 - end) === name.at(-1 - end)) end += 1;
  return Math.max(written.length, name.length) - start - end <= 1;
}
