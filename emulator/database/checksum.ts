import { crc32 } from 'node:zlib';

/** CRC-32 of a text's UTF-8 bytes, or of the bytes themselves: SQLite does not notice changed bytes inside a row. */
export function checksum(content: string | Uint8Array): number {
  return crc32(content);
}

/** The parts of a buffer between two-byte marks; the last one needs none after it. */
export function* between(bytes: Uint8Array, mark: string): Generator<Buffer> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const wanted = Buffer.from(mark);
  for (let from = 0; from < buffer.length; ) {
    const at = buffer.indexOf(wanted, from);
    const to = at < 0 ? buffer.length : at;
    yield buffer.subarray(from, to);
    from = to + wanted.length;
  }
}
