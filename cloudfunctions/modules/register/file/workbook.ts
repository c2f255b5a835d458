import * as sheets from '@e965/xlsx';
import type { Cell } from '../rules/cells';
import type { Merge, Table } from '../rules/table';
import { FileFault } from './file-fault';
import { textTable } from './text-table';
import { zipEntries } from './zip-entries';

/** Rows of a sheet that are looked at: with as many in the register before they take 230 of a function's 256 MB (decision 0007). */
export const MOST_ROWS = 8_000;
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
const formats = sheets.SSF as { is_date(format: string): boolean };

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

/** Rows and columns that a sheet can have at all; what names others was made by no program. */
const SHEET_ROWS = 1_048_576;
/** Cells that merges cover together: they cannot overlap, so more of them than cells is a trap. */
const MOST_MERGED = MOST_ROWS * MOST_COLUMNS;
const DAY_MS = 86_400_000;
/** Day 0 of Excel's calendar; it holds a 29 February 1900 that never was, so that serials from 61 on fit. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
/** What files of old Macs count from 1904 is so many days lower. */
const DAYS_TO_1904 = 1462;

const isCell = (value: unknown): value is Cell =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** A number that is shown as a day, as that day: its serial says nothing to anybody (REG-2). */
function dayOf(serial: number, from1904: boolean): string | null {
  const day = Math.floor(serial) + (from1904 ? DAYS_TO_1904 : 0);
  if (day < 61 || day > 2_958_465) return null;
  return new Date(SERIAL_ZERO + day * DAY_MS).toISOString().slice(0, 10);
}

/** The value of a formula as the file's program computed it last; an error (#REF!) as its sign. */
function cellOf(cell: sheets.CellObject | undefined, from1904: boolean): Cell {
  if (!cell || cell.t === 'z') return null;
  if (cell.t === 'e') return cell.w ?? '#N/A';
  const { v = null, z } = cell;
  if (typeof v === 'number' && typeof z === 'string' && formats.is_date(z)) return dayOf(v, from1904) ?? v;
  return isCell(v) ? v : null;
}

type Lines = (sheets.CellObject | undefined)[][];

const holdsText = (line: Lines[number] | undefined) =>
  (line ?? [])
    .slice(0, MOST_COLUMNS)
    .some((cell) => cell !== undefined && cell.t !== 'z' && cell.v !== undefined && cell.v !== '');

/** The rows down to the last one that holds something: those that are only formatted end nowhere. @throws FileFault */
function heldLines(lines: Lines): Lines {
  if (lines.length > SHEET_ROWS) throw new FileFault('IMPORT_FILE_UNREADABLE');
  let end = lines.length;
  while (end > 0 && !holdsText(lines[end - 1])) end -= 1;
  // Whatever lies below would be lost, and its homes be gone from the register.
  if (end > MOST_ROWS) throw new FileFault('IMPORT_FILE_TOO_MANY_ROWS');
  return lines.slice(0, end);
}

function mergesOf(sheet: sheets.WorkSheet | undefined, rows: number): Merge[] {
  const merges = (sheet?.['!merges'] ?? []).map(({ s, e }) => {
    return { top: s.r, left: s.c, bottom: Math.min(e.r, rows - 1), right: Math.min(e.c, MOST_COLUMNS) };
  });
  const covered = merges.reduce(
    (sum, { top, left, bottom, right }) =>
      sum + Math.max(0, bottom - top + 1) * Math.max(0, right - left + 1),
    0,
  );
  if (covered > MOST_MERGED) throw new FileFault('IMPORT_FILE_UNREADABLE');
  return merges;
}

interface Of {
  name: string;
  hidden: boolean;
  from1904: boolean;
}

function tableOf(sheet: sheets.WorkSheet | undefined, { name, hidden, from1904 }: Of): Table {
  // Holes in the library's rows are empty cells.
  const rows = Array.from(heldLines((sheet?.['!data'] ?? []) as Lines), (line) =>
    Array.from((line ?? []).slice(0, MOST_COLUMNS), (cell) => cellOf(cell, from1904)),
  );
  return { name, hidden, rows, merges: mergesOf(sheet, rows.length) };
}

/** How Excel and WPS pack a workbook that asks for a password; the library knows only some of the ways. */
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le');

function faultOf(error: unknown, file: Buffer): FileFault {
  if (error instanceof FileFault) return error;
  const locked = error instanceof Error && /password|encrypt/i.test(error.message);
  return new FileFault(locked || file.includes(LOCKED) ? 'IMPORT_FILE_LOCKED' : 'IMPORT_FILE_UNREADABLE');
}

function sheetsOf(file: Uint8Array): Table[] {
  const read = sheets.read(file, {
    ...{ type: 'buffer', dense: true, cellNF: true },
    ...{ cellFormula: false, cellHTML: false, cellText: false, cellStyles: false, bookVBA: false },
  });
  const from1904 = read.Workbook?.WBProps?.date1904 === true;
  return read.SheetNames.slice(0, MOST_SHEETS)
    .map((name, n) => {
      const hidden = Boolean(read.Workbook?.Sheets?.[n]?.Hidden);
      return tableOf(read.Sheets[name], { name, hidden, from1904 });
    })
    .filter(({ rows }) => rows.length > 0);
}

/**
 * The sheets of a chosen file that hold something, in their order: .xlsx and .xls by their first bytes, anything else as CSV; its
 * name decides nothing. @throws FileFault
 */
export function readWorkbook(file: Buffer): Table[] {
  try {
    if (startsWith(file, 0x50, 0x4b)) return sheetsOf(plainXlsx(file));
    if (startsWith(file, 0xd0, 0xcf, 0x11, 0xe0)) return sheetsOf(file);
    return [textTable(file, MOST_ROWS)];
  } catch (error) {
    throw faultOf(error, file);
  }
}
