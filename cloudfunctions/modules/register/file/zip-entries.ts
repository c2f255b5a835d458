import { inflateRawSync } from 'node:zlib';
import { FileFault } from './file-fault';

/** Unpacked bytes of all parts together: 8,000 rows take 5 MB; a function has 256 MB for everything. */
const UNPACKED = 40 * 1024 * 1024;
const ENTRIES = 2000;
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const COMMENT = 65_535;

export interface ZipEntry {
  name: string;
  content: Buffer;
}

function endOf(file: Buffer): number {
  for (let at = file.length - END_BYTES; at >= Math.max(0, file.length - END_BYTES - COMMENT); at -= 1) {
    if (file.readUInt32LE(at) === END) return at;
  }
  throw new FileFault('IMPORT_FILE_UNREADABLE');
}

interface Part {
  name: string;
  method: number;
  packed: number;
  local: number;
}

function partsOf(file: Buffer): Part[] {
  const end = endOf(file);
  const count = file.readUInt16LE(end + 10);
  if (count > ENTRIES) throw new FileFault('IMPORT_FILE_TOO_LARGE');
  const parts: Part[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let n = 0; n < count; n += 1) {
    if (file.readUInt32LE(at) !== CENTRAL) throw new FileFault('IMPORT_FILE_UNREADABLE');
    // Bit 0: the part is encrypted.
    if (file.readUInt16LE(at + 8) & 1) throw new FileFault('IMPORT_FILE_LOCKED');
    const [name, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    parts.push({
      name: file.toString('utf8', at + 46, at + 46 + name),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      local: file.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + comment;
  }
  return parts;
}

function unpack(file: Buffer, { method, packed, local }: Part, most: number): Buffer {
  if (file.readUInt32LE(local) !== LOCAL) throw new FileFault('IMPORT_FILE_UNREADABLE');
  const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  if (from + packed > file.length) throw new FileFault('IMPORT_FILE_UNREADABLE');
  const content = file.subarray(from, from + packed);
  if (method === 0) return content;
  if (method !== 8) throw new FileFault('IMPORT_FILE_UNREADABLE');
  return inflateRawSync(content, { maxOutputLength: Math.max(1, most) });
}

const isTooLong = (error: unknown) =>
  error instanceof RangeError && (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';

/**
 * The parts of a zip that `wanted` names, unpacked here and never over 40 MB together, whatever sizes the file claims: a bomb ends at the limit
 * (REG-2). @throws FileFault
 */
export function zipEntries(file: Buffer, wanted: (name: string) => boolean): ZipEntry[] {
  try {
    let left = UNPACKED;
    return partsOf(file)
      .filter(({ name }) => wanted(name))
      .map((part) => {
        const content = unpack(file, part, left);
        left -= content.length;
        if (left < 0) throw new FileFault('IMPORT_FILE_TOO_LARGE');
        return { name: part.name, content };
      });
  } catch (error) {
    if (error instanceof FileFault) throw error;
    throw new FileFault(isTooLong(error) ? 'IMPORT_FILE_TOO_LARGE' : 'IMPORT_FILE_UNREADABLE');
  }
}
