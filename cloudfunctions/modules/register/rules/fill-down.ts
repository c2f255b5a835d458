import type { ImportProblem } from '@contract/register-import';
import { type Cell, textOf } from './cells';
import { TITLES } from './headings';
import type { SheetRow } from './sheet-rows';
import { addressOf, roomOf } from './where';

const PARKING = /车位|停车|车库/;
const SHOP = /商|铺|门面|办公|写字/;

const isOf = ({ cells }: SheetRow, words: RegExp) => words.test(textOf(cells.use));
const hasBuilding = ({ cells }: SheetRow) => textOf(cells.building) !== '';
/** Whether a building could be missing in it at all: parking spaces lie in none, and an address has its own. */
const mayLack = (row: SheetRow) =>
  textOf(row.cells.room) !== '' && !isOf(row, PARKING) && addressOf(roomOf(row.cells)) === null;

const unclear = ({ row }: SheetRow): ImportProblem => ({
  row,
  column: TITLES.building,
  text: '空着，看不出在不在上面那一栋：在楼里请写楼栋，不在楼里请写“无”',
});

/**
 * A building written once over its rows, where no cells are merged: what is left blank below is the same. A shop below may lie in the
 * house or beside it: where blank means «the same» elsewhere, somebody has to say; else it lies in none.
 */
export function fillDown(rows: readonly SheetRow[]): { filled: number; problems: ImportProblem[] } {
  const first = rows.findIndex(hasBuilding);
  const lacking = first < 0 ? [] : rows.filter((row, n) => n > first && !hasBuilding(row) && mayLack(row));
  const homes = new Set(lacking.filter((row) => !isOf(row, SHOP)));
  let building: Cell = null;
  let unit: Cell = null;
  for (const row of rows) {
    const { cells } = row;
    if (hasBuilding(row)) {
      building = cells.building ?? null;
      unit = cells.unit ?? null;
    } else if (homes.has(row)) {
      cells.building = building;
      if (textOf(cells.unit) !== '') unit = cells.unit ?? null;
      else if ('unit' in cells) cells.unit = unit;
    }
  }
  const problems = homes.size === 0 ? [] : lacking.filter((row) => isOf(row, SHOP)).map(unclear);
  return { filled: homes.size, problems };
}
