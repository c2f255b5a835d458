const decoder = new TextDecoder();

/**
 * A text of the file that was selected as its bytes (`CAST(… AS BLOB)`). libsql ends the process when a text is not UTF-8: what
 * may be damaged is read so, and what is no UTF-8 becomes another text that no checksum and no name agrees with.
 */
export function textOf(bytes: unknown): string {
  return bytes instanceof Uint8Array ? decoder.decode(bytes) : '';
}
