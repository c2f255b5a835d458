import type { ImportProblem } from '@contract/register-import';
import { areaOf, type Cell, codeOf, textOf } from './cells';
import { fillDown } from './fill-down';
import { type Field, FIELDS, findHeading, type Heading, TITLES } from './headings';
import { sharedWithAbove, type Table, unmerged } from './table';

/** One row of data: its cells by field; a field without a column is left out. */
export interface SheetRow {
  /** Counted from 1, as the file's program shows it. */
  row: number;
  cells: Partial<Record<Field, Cell>>;
}

export interface ReadSheet {
  name: string | null;
  columns: ReadonlySet<Field>;
  rows: SheetRow[];
  problems: ImportProblem[];
  notes: string[];
}

const TOTAL = /^(合计|总计|小计|总共)/;
const REMARK =
  /^([(*※]*注\d*[:.、)]|备注|说明|填表|制表|填报|统计|审核|复核|经办|负责人|联系人|单位|日期|打印|第\d+页)/;

const isEmpty = (cells: SheetRow['cells']) => Object.values(cells).every((cell) => textOf(cell) === '');
/** What stands leftmost says what a line is: «合计3人» in a column for remarks makes no sum of a home. */
const beginsWith = (line: readonly Cell[], words: RegExp) =>
  words.test(codeOf(line.find((cell) => codeOf(cell) !== '')));

/** A line below the table, about it and not of it: it gives no area, and no room and owner together. */
function isRemark({ room, owners, area }: SheetRow['cells'], line: readonly Cell[]): boolean {
  const isHome = areaOf(area) !== null || (textOf(room) !== '' && textOf(owners) !== '');
  return !isHome && beginsWith(line, REMARK);
}

/** A title or a heading that stands again at the top of a printed page. */
function isRepeated(line: readonly Cell[], heads: readonly (readonly Cell[])[]): boolean {
  const width = Math.max(line.length, ...heads.map(({ length }) => length));
  const columns = Array.from({ length: width }, (_, column) => column);
  return heads.some((head) => columns.every((column) => textOf(line[column]) === textOf(head[column])));
}

function notesOf(heading: Heading, filled: number, remarks: readonly number[]): string[] {
  const notes: string[] = [];
  if (remarks.length > 0) notes.push(`第${remarks.slice(0, 8).join('、')}行是说明，没有当成房屋读。`);
  if (filled > 0) notes.push(`有${filled}行没有写楼栋，按上面一行的楼栋读。`);
  if (heading.columns.has('phone')) notes.push('电话只在预览时用来比对同名的业主，不保存。');
  const unread = [...new Set(heading.unread)];
  if (unread.length > 0) notes.push(`这些列没有读取，也不保存：${unread.slice(0, 12).join('、')}。`);
  if (!heading.columns.has('use')) notes.push('没有“用途”这一列，都按住宅读。');
  if (!heading.columns.has('holding')) notes.push('没有“交付情况”这一列，都按已经交付给业主读。');
  return notes;
}

function headingProblems({ columns, twice }: Heading): ImportProblem[] {
  const missing = (['area', 'areaBasis', 'owners'] as const).filter((field) => !columns.has(field));
  const example = { area: '98.56', areaBasis: '不动产登记、测绘 或 合同', owners: '业主的姓名' };
  return [
    ...missing.map((field) => ({
      row: null,
      column: TITLES[field],
      text: `没有“${TITLES[field]}”这一列，请加上，填${example[field]}`,
    })),
    ...twice.map((field) => ({
      row: null,
      column: TITLES[field],
      text: `有两列都是“${TITLES[field]}”，请只留一列，另一列改名`,
    })),
  ];
}

function rowsOf(table: Table, lines: readonly Cell[][], heading: Heading) {
  const rows: SheetRow[] = [];
  const problems: ImportProblem[] = [];
  const remarks: number[] = [];
  const heads = lines.slice(0, heading.end);
  for (let n = heading.end; n < lines.length; n += 1) {
    const line = lines[n] ?? [];
    const cells: SheetRow['cells'] = {};
    for (const field of FIELDS) {
      const column = heading.columns.get(field);
      if (column !== undefined) cells[field] = line[column] ?? null;
    }
    if (isEmpty(cells) || beginsWith(line, TOTAL) || isRepeated(line, heads)) continue;
    if (isRemark(cells, line)) {
      remarks.push(n + 1);
      continue;
    }
    const shared = sharedWithAbove(table.merges, heading.columns, n);
    if (shared) {
      const text = '和上一行合并成了一格，请取消合并，每套房写一行';
      problems.push({ row: n + 1, column: TITLES[shared], text });
    }
    rows.push({ row: n + 1, cells });
  }
  return { rows, problems, remarks };
}

/** The rows of the sheet with the fullest heading; null where no sheet has one (REG-1). */
export function readSheet(tables: readonly Table[]): ReadSheet | null {
  // What its author does not see is an old copy or a list for choosing from; it is read only where there is nothing else.
  const shown = tables.filter(({ hidden }) => !hidden);
  const found = (shown.length > 0 ? shown : tables).flatMap((table) => {
    const heading = findHeading(unmerged(table, { across: true }));
    return heading ? [{ table, heading }] : [];
  });
  const best = found.reduce<(typeof found)[number] | null>(
    (one, other) => (one && one.heading.columns.size >= other.heading.columns.size ? one : other),
    null,
  );
  if (!best) return null;
  const { table, heading } = best;
  const { rows, problems, remarks } = rowsOf(table, unmerged(table, { across: false }), heading);
  const down = fillDown(rows);
  const notes = notesOf(heading, down.filled, remarks);
  // One sheet for each building is usual; read as one of them, the homes of the others would be gone from the register.
  const alike = found
    .filter((one) => one !== best)
    .map(({ table: { name } }) => ({
      row: null,
      column: null,
      text: `“${name}”这张表也像名册。请把所有房屋放在同一张表里，或者删掉不用的表`,
    }));
  const others = tables.filter((one) => one !== table).map(({ name }) => name);
  if (others.length > 0)
    notes.unshift(`只读了“${table.name}”这张表，没有读：${others.slice(0, 8).join('、')}。`);
  return {
    name: table.name,
    columns: new Set(heading.columns.keys()),
    rows,
    problems: [...headingProblems(heading), ...alike, ...problems, ...down.problems],
    notes,
  };
}
