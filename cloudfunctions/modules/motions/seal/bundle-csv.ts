import { keyIdOf } from '../../../kernel/signing';
import { leafValues, NOTES, type Sealed, type Version } from './bundle';

export type Cell = string | number;

/** What a table program would take for a formula if a cell began with it; a Chinese one also the wide signs. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function cell(value: Cell): string {
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const PUBLIC_HEADINGS = ['投票人代号', '第几次投', '承诺值', '承诺值来自', '面积和渠道的承诺值'];
const FULL_HEADINGS = [...PUBLIC_HEADINGS, '投的是', '盐', '面积（0.01平方米）', '渠道', '面积的盐'];

function ballotRows(version: Version, { seal, ballots }: Sealed): Cell[][] {
  const headings = version === 'public' ? PUBLIC_HEADINGS : FULL_HEADINGS;
  return [headings, ...ballots.map((kept) => leafValues(version, seal._id, kept))];
}

function silentRows({ silent, seal }: Sealed): Cell[][] {
  const rows = silent.map(({ voter, area }): Cell[] => [voter, area]);
  return [[], ['没有投票的代号', '面积（0.01平方米）'], ...rows, [], ['名册面积的盐', seal.weightsSalt]];
}

/** The header's words and values, one a row, as they were signed. */
function headerRows(header: string): Cell[][] {
  const [format = '', ...rest] = header.trimEnd().split('\n');
  return [['封存内容', format], ...rest.map((line) => line.split(' '))];
}

/** What stands above the ballots. */
export function headRows(note: string, { motion, seal }: Pick<Sealed, 'motion' | 'seal'>): Cell[][] {
  return [
    ['说明', note],
    ['表决', motion.title],
    ...motion.options.map((option, n): Cell[] => [`选项${n + 1}`, option]),
    ['公钥编号', keyIdOf(seal.publicKey)],
    ['公钥', seal.publicKey],
    ['签名', seal.signature],
    ...headerRows(seal.header),
    [],
  ];
}

/** In UTF-8 with the mark that tells Excel so, safe from formulas (SEAL-7). */
export const tableText = (rows: readonly Cell[][]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;

/** The same as a table to be read. What a program checks is the JSON. */
export function bundleCsv(version: Version, sealed: Sealed): string {
  return tableText([
    ...headRows(NOTES[version], sealed),
    ...ballotRows(version, sealed),
    ...(version === 'full' ? silentRows(sealed) : []),
  ]);
}
