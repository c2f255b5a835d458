import * as sheets from '@e965/xlsx';
import type { Cell } from '../rules/cells';
import type { Table, Workbook } from '../rules/table';
import { FileFault } from './file-fault';
import { textTable } from './text-table';
import { zipEntries } from './zip-entries';

/** Rows of a sheet that are looked at; a community's largest estate has 5,000 homes. */
export const MOST_ROWS = 20_000;
const MOST_COLUMNS = 200;
const MOST_SHEETS = 20;

/** What the library does not describe of its own containers. */
interface Containers {
  utils: {
    cfb_new: () => object;
    cfb_add: (container: object, name: string, content: Uint8Array) => unknown;
  };
  write: (container: object, options: object) => unknown;
}
const containers = sheets.CFB as Containers;

const startsWith = (file: Buffer, ...bytes: number[]) => bytes.every((byte, n) => file[n] === byte);

/** Pictures, macros and fonts of an .xlsx are never unpacked; the library asks for every part that the contents name. */
const isText = (name: string) => /^[^/][^\0]*\.(xml|rels)$/i.test(name) && !name.endsWith('/');

/** The same parts again, unpacked: the library gets nothing that could still swell. */
function plainXlsx(file: Buffer): Uint8Array {
  const container = containers.utils.cfb_new();
  for (const { name, content } of zipEntries(file, isText)) {
    containers.utils.cfb_add(container, name, content);
  }
  const packed = containers.write(container, {
    fileType: 'zip',
    type: 'buffer',
    compression: false,
  });
  if (!(packed instanceof Uint8Array)) throw new FileFault('IMPORT_FILE_UNREADABLE');
  return packed;
}

const isCell = (value: unknown): value is Cell =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** The value of a formula as the file's program computed it last; an error (#REF!) as its sign. */
function cellOf(cell: sheets.CellObject | undefined): Cell {
  if (!cell || cell.t === 'z') return null;
  if (cell.t === 'e') return cell.w ?? '#N/A';
  return isCell(cell.v ?? null) ? ((cell.v ?? null) as Cell) : null;
}

function tableOf(name: string, sheet: sheets.WorkSheet | undefined): Table {
  const lines = (sheet?.['!data'] ?? []) as (sheets.CellObject | undefined)[][];
  // Holes in the library's rows are empty cells.
  const rows = Array.from(lines, (line) => Array.from((line ?? []).slice(0, MOST_COLUMNS), cellOf));
  const merges = (sheet?.['!merges'] ?? []).map(({ s, e }) => {
    return { top: s.r, left: s.c, bottom: e.r, right: Math.min(e.c, MOST_COLUMNS) };
  });
  while (rows.length > 0 && (rows.at(-1) ?? []).every((cell) => cell === null || cell === '')) rows.pop();
  // Rows that are only formatted end nowhere: what counts is the last one that holds something.
  if (rows.length > MOST_ROWS) throw new FileFault('IMPORT_FILE_TOO_MANY_ROWS');
  return { name, rows, merges };
}

function faultOf(error: unknown): FileFault {
  if (error instanceof FileFault) return error;
  const locked = error instanceof Error && /password|encrypt/i.test(error.message);
  return new FileFault(locked ? 'IMPORT_FILE_LOCKED' : 'IMPORT_FILE_UNREADABLE');
}

function sheetsOf(file: Uint8Array): Workbook {
  const read = sheets.read(file, {
    ...{ type: 'buffer', dense: true, sheetRows: MOST_ROWS + 1 },
    ...{ cellFormula: false, cellHTML: false, cellText: false, cellStyles: false, bookVBA: false },
  });
  const names = read.SheetNames.slice(0, MOST_SHEETS);
  const tables = names.map((name) => tableOf(name, read.Sheets[name])).filter(({ rows }) => rows.length > 0);
  return { tables, from1904: read.Workbook?.WBProps?.date1904 === true };
}

/**
 * What a chosen file holds: .xlsx and .xls by their first bytes, anything else as CSV; its name decides nothing.
 * @throws FileFault
 */
export function readWorkbook(file: Buffer): Workbook {
  try {
    if (startsWith(file, 0x50, 0x4b)) return sheetsOf(plainXlsx(file));
    if (startsWith(file, 0xd0, 0xcf, 0x11, 0xe0)) return sheetsOf(file);
    return { tables: [textTable(file, MOST_ROWS)], from1904: false };
  } catch (error) {
    throw faultOf(error);
  }
}
