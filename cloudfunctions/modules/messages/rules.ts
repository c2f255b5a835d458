const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Characters that a field of type `thing` may have (platform.md). */
export const THING_CHARACTERS = 20;

/**
 * Cuts a text to at most `max` Unicode characters, with … where something is missing; what people read as one sign (a rare
 * character, a flag, a letter with its accents) stays whole (MSG-4). Line breaks become blanks.
 */
export function cutTo(text: string, max: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if ([...line].length <= max) return line;
  let kept = '';
  let length = 1;
  for (const { segment } of graphemes.segment(line)) {
    length += [...segment].length;
    if (length > max) break;
    kept += segment;
  }
  return `${kept}…`;
}
