const BLANKS = new Set([' ', '\t', '\r', '\n']);

/** Steps over what is cut off: a pattern for blanks at the end begins anew at each of a hundred million. */
function trimmed(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && BLANKS.has(text.charAt(from))) from += 1;
  while (to > from && BLANKS.has(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

/**
 * Text of a file in UTF-8, without the mark that some editors put before it and without blanks around it; null where the bytes are no
 * text.
 */
export function textIn(bytes: Uint8Array): string | null {
  try {
    return trimmed(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
