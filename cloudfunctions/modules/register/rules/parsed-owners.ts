import { halfWidth, listOf, nameOf, textOf } from './cells';
import { type RowReader, shown } from './row-faults';
import type { SheetRow } from './sheet-rows';

export interface ParsedOwner {
  name: string;
  /** Null where the file gives none. */
  key: string | null;
  proof: string | null;
}

const KEY = /^[A-Za-z0-9_-]{1,64}$/;
const MOST = 20;
/** 京(2019)字第0001号 and the like are no keys that can stand in an address. */
const ALLOWED = '业主编号只能用字母、数字和横线，如 Y0012';

/** Whether the file may use this as an owner's key: neither a name nor a number that the state gave the person (REG-4). */
function keyFault(key: string, name: string): string | null {
  if (/^1[3-9]\d{9}$/.test(key)) return `不能用手机号当业主编号，请另编一个，如 Y0012`;
  if (key.startsWith('own-') || !KEY.test(key)) return `“${shown(key)}”不行：${ALLOWED}`;
  return key === name ? '不能用姓名当编号，请另编一个，如 Y0012' : null;
}

/** Keys in the order of the owners; an empty place between two signs is an owner without one. */
function keysIn(cells: SheetRow['cells'], read: RowReader): string[] {
  if (read.text('ownerKeys', 600) === '') return [];
  return halfWidth(String(cells.ownerKeys))
    .split(/[、;,\n\r]/)
    .map((key) => textOf(key).replace(/ /g, ''));
}

/** The owners of a row with their keys, in one order (REG-2). */
export function ownersIn(cells: SheetRow['cells'], read: RowReader): ParsedOwner[] {
  read.text('owners', 600);
  const names = listOf(cells.owners).map(nameOf);
  const keys = keysIn(cells, read);
  const two = names.find((name) => /^\p{sc=Han}+( \p{sc=Han}+)+$/u.test(name));
  if (two) read.problem('owners', `“${shown(two)}”中间有空格：几位业主请用顿号分开，一位的请去掉空格`);
  const proof = read.text('buyerProof', 200) || null;
  if (names.length === 0) {
    read.problem('owners', '没有填，请写业主的姓名；没有卖出的写开发企业');
    return [];
  }
  if (names.length > MOST) read.problem('owners', `有${names.length}位，一套房最多${MOST}位共有人`);
  const long = names.find((name) => name.length > 60);
  if (long) read.problem('owners', `“${shown(long)}”太长，姓名最多60个字；几位业主用顿号分开`);
  if (keys.length > 0 && keys.length !== names.length) {
    read.problem('ownerKeys', `有${keys.length}个编号、${names.length}位业主，请按同样的顺序一一对应`);
  }
  const owners = names.map((name, n) => ({ name, key: keys[n] || null, proof }));
  for (const { key, name } of owners) {
    const fault = key && keyFault(key, name);
    if (fault) read.problem('ownerKeys', fault);
  }
  const unkeyed = owners.filter(({ key }) => key === null).map(({ name }) => name);
  const twice = unkeyed.find((name, n) => unkeyed.indexOf(name) < n);
  if (twice) read.problem('owners', `“${shown(twice)}”写了两次：若是同名的两位，请填业主编号`);
  const given = owners.flatMap(({ key }) => key ?? []);
  if (new Set(given).size < given.length) read.problem('ownerKeys', '一套房里同一个编号写了两次，请改正');
  return owners;
}
