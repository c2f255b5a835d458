const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const encoder = new TextEncoder();

/**
 * Checksum of a text's UTF-8 bytes, in the manner of FNV-1a but by words of 32 bits: SQLite itself does not notice changed
 * bytes inside a row. Each step can be undone, so that a change within one word never goes unnoticed.
 */
export function checksum(text: string): number {
  const bytes = encoder.encode(text);
  return sumOf(viewOf(bytes), 0, bytes.length);
}

/** Of a document where it lies: in another place it would be damage too. */
export function documentSum(collection: string, key: string, text: string): number {
  return checksum(`${collection}|${key}|${text}`);
}

/** Of documents in files of format 1: FNV-1a over UTF-16 units. */
export function formerChecksum(text: string): number {
  let hash = OFFSET;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash >>> 0;
}

/**
 * The checksums of texts that lie one after the other with one byte between them; `lengths` in bytes. One pass over one piece:
 * a call into a library for each of a hundred thousand texts would cost more than the sums.
 */
export function checksums(bytes: Uint8Array, lengths: readonly number[]): number[] {
  const view = viewOf(bytes);
  let from = 0;
  return lengths.map((length) => {
    const to = Math.min(from + length, bytes.length);
    const sum = sumOf(view, from, to);
    from = to + 1;
    return sum;
  });
}

function sumOf(view: DataView, from: number, to: number): number {
  let hash = OFFSET ^ (to - from);
  let at = from;
  for (; at + 4 <= to; at += 4) {
    hash = Math.imul(hash ^ view.getInt32(at, true), PRIME);
    hash ^= hash >>> 15;
  }
  for (; at < to; at++) hash = Math.imul(hash ^ view.getUint8(at), PRIME);
  return hash >>> 0;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Bytes of one piece that is checked: SQLite makes no text of more than a billion. */
const PIECE_BYTES = 32 * 1024 * 1024;

/** How many rows may be checked in one piece when the largest has so many bytes. */
export function rowsAtOnce(most: number, largest: unknown): number {
  const size = typeof largest === 'number' ? largest : 0;
  return Math.max(1, Math.min(most, Math.floor(PIECE_BYTES / (size + 1))));
}
