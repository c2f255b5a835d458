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

const MARK = '\uFEFF';

/** Whether the text of a file begins so (in ASCII), behind mark and blanks however many; the rest is not read. */
export function beginsWith(bytes: Uint8Array, beginning: string): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mark = Buffer.from(MARK);
  let from = file.subarray(0, mark.length).equals(mark) ? mark.length : 0;
  while (from < file.length && BLANKS.has(String.fromCharCode(file[from] ?? 0))) from += 1;
  return file.toString('latin1', from, from + beginning.length) === beginning;
}
