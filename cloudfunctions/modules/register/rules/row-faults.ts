import type { ImportProblem } from '@contract/register-import';
import { holdsIdentityNumber, holdsTelephone, textOf, withoutNumbers } from './cells';
import { type Field, TITLES } from './headings';
import type { SheetRow } from './sheet-rows';

/** Collects what is wrong in one row, and answers what could be read all the same. */
export interface RowReader {
  problem(field: Field, text: string): void;
  /** The cell as text; one that is too long or holds an identity number is a problem, and empty. */
  text(field: Field, most: number): string;
  /** One of these words, or null with a problem; `empty`: what a blank cell means. */
  word<T extends string>(field: Field, words: Record<string, T>, empty: T | undefined): T | null;
}

const SHOWN = 20;

/** What stands in the cell, short, and never an identity number. */
export function shown(text: string): string {
  if (holdsIdentityNumber(text) || holdsTelephone(text)) return withoutNumbers(text).slice(0, SHOWN);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

export function rowReader({ row, cells }: SheetRow, problems: ImportProblem[]): RowReader {
  const problem = (field: Field, text: string) => {
    problems.push({ row, column: TITLES[field], text });
  };
  const text = (field: Field, most: number) => {
    const held = textOf(cells[field]);
    if (holdsIdentityNumber(held)) {
      problem(field, '像是身份证号，请删掉：系统不收身份证号');
      return '';
    }
    if (holdsTelephone(held)) {
      problem(field, '里有电话号码，请删掉：电话只能写在“电话”一列');
      return '';
    }
    if (held.length <= most) return held;
    problem(field, `“${shown(held)}”太长，最多${most}个字`);
    return '';
  };
  return {
    problem,
    text,
    word: (field, words, empty) => {
      const held = text(field, 60).replace(/[\s（）()]/g, '');
      if (held === '' && empty !== undefined) return empty;
      const found = new Map(Object.entries(words)).get(held);
      if (found !== undefined) return found;
      // Each meaning by the word that stands first for it.
      const first = Object.entries(words).filter(
        ([, value], n, all) => all.findIndex(([, one]) => one === value) === n,
      );
      const choices = first.map(([word]) => word).join('、');
      problem(
        field,
        held === '' ? `没有填，请写 ${choices} 中的一个` : `“${shown(held)}”看不懂，请写 ${choices} 中的一个`,
      );
      return null;
    },
  };
}
