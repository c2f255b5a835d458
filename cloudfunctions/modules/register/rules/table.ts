import type { Cell } from './cells';
import type { Field } from './headings';

/** Rows and columns from 0, both ends included. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A sheet of a workbook or a text file, as it was read. */
export interface Table {
  /** The sheet's name; null for a text file. */
  name: string | null;
  /** Whether its file's program does not show it. */
  hidden: boolean;
  /** Missing rows and cells are empty. */
  rows: Cell[][];
  merges: Merge[];
}

/** What belongs to each home by itself: one cell over several rows would be counted several times. */
const OWN: readonly Field[] = ['room', 'area', 'parkingNumber', 'parkingArea'];

/**
 * The rows with each merged cell's content in all its rows, so that a building over many rows is read in each. `across`: in all its
 * columns, too, as a heading over several is meant; of a home it would be two facts of one.
 */
export function unmerged({ rows, merges }: Table, { across }: { across: boolean }): Cell[][] {
  const filled = rows.map((row) => [...row]);
  for (const { top, left, bottom, right } of merges) {
    const content = rows[top]?.[left] ?? null;
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row += 1) {
      for (let column = left; column <= (across ? right : left); column += 1) {
        const line = filled[row];
        if (line) line[column] = content;
      }
    }
  }
  return filled;
}

/** Whether the cell of a home's own fact is one with that of the row above it. */
export function sharedWithAbove(
  merges: readonly Merge[],
  columns: ReadonlyMap<Field, number>,
  row: number,
): Field | null {
  const over = merges.filter(({ top, bottom }) => top < row && row <= bottom);
  const within = (column: number) => over.some(({ left, right }) => left <= column && column <= right);
  return OWN.find((field) => columns.has(field) && within(columns.get(field) ?? -1)) ?? null;
}
