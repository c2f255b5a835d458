/**
 * Text of a file in UTF-8, without the mark that some editors put before it and without blanks around it; null where the bytes are no
 * text.
 */
export function textIn(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
  } catch {
    return null;
  }
}
