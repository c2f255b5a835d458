import type { Table } from '../rules/table';
import { FileFault } from './file-fault';

function decodedAs(encoding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 and UTF-8 by their marks, else UTF-8 where it fits, else GB18030, which holds GBK: what Excel in China writes as CSV. */
function decoded(bytes: Buffer): string {
  const text =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? decodedAs('utf-16le', bytes)
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? decodedAs('utf-16le', Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16())
        : (decodedAs('utf-8', bytes) ?? decodedAs('gb18030', bytes));
  // A picture or a program decodes as something, too; a table has no zero characters.
  if (text === null || text.includes('\0')) throw new FileFault('IMPORT_FILE_UNREADABLE');
  return text.replace(/^\uFEFF/, '');
}

/** The sign between fields: whichever the first lines have most of. */
function separatorOf(text: string): string {
  const head = text.slice(0, 4000);
  const count = (sign: string) => head.split(sign).length;
  return ['\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}

/** RFC 4180, with any separator and line ends: quoted fields may hold separators, quotes (doubled) and line breaks. */
function parsed(text: string, separator: string, most: number): string[][] {
  const rows: string[][] = [[]];
  const next = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n][^${separator}\\r\\n]*|))(${separator}|\\r\\n|\\n|\\r|$)`,
    'y',
  );
  while (next.lastIndex < text.length) {
    const field = next.exec(text);
    // A quote that is never closed, or text after one that is.
    if (!field) throw new FileFault('IMPORT_FILE_UNREADABLE');
    rows.at(-1)?.push(field[1]?.replaceAll('""', '"') ?? field[2] ?? '');
    if (field[3] === separator) continue;
    if (next.lastIndex < text.length) rows.push([]);
    if (rows.length > most) throw new FileFault('IMPORT_FILE_TOO_MANY_ROWS');
  }
  return rows;
}

/** A CSV or tab-separated file as a table of texts. @throws FileFault */
export function textTable(bytes: Buffer, most: number): Table {
  const text = decoded(bytes);
  return { name: null, hidden: false, rows: parsed(text, separatorOf(text), most), merges: [] };
}
