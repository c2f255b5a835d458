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

const count = (text: string, part: string, most: number, counts: (at: number) => boolean): number => {
  let found = 0;
  for (let at = text.indexOf(part); at >= 0 && found <= most; at = text.indexOf(part, at + 1))
    found += counts(at) ? 1 : 0;
  return found;
};

/** Beside rows, what texts for people may have of brackets. */
const BRACKETS = 10_000;
/** More than any file that is checked here has, though each of its texts begin with a colon behind its quote. */
const MEMBERS = 40;
/** Bytes of the shortest row, which begins with 64 hex digits. */
const ROW = 68;

/**
 * Whether a text can be one of the files that are checked here, by its brackets and names alone, in one pass: what has more of them is
 * not parsed, for a parser spends a minute and gigabytes on a hundred million brackets (docs/verify.md).
 */
export function isPlain(text: string): boolean {
  const rows = BRACKETS + Math.ceil(text.length / ROW);
  const everywhere = () => true;
  // Inside a string a quote is escaped: without the backslash it ends a name.
  const endsName = (at: number) => text.charAt(at - 1) !== '\\';
  return (
    count(text, '[', rows, everywhere) <= rows &&
    count(text, '{', BRACKETS, everywhere) <= BRACKETS &&
    count(text, '":', MEMBERS, endsName) <= MEMBERS
  );
}
