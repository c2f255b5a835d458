import type { ImportProblem } from '@contract/register-import';
import type { ImportedHome } from '../documents';
import { TITLES } from './headings';

/** What makes two rows the same: all that is stored of them. */
const sameFacts = (home: ImportedHome) =>
  JSON.stringify({ ...home, row: 0, rowHomeId: '', owners: home.owners.map(({ key, name }) => [key, name]) });

export interface Deduplicated {
  homes: ImportedHome[];
  problems: ImportProblem[];
  /** Rows that said the same once more. */
  repeated: number;
}

/** Rows that repeat another word for word are left out; those that contradict one are a problem (REG-3). */
export function withoutRepeated(homes: readonly ImportedHome[]): Deduplicated {
  const first = new Map<string, ImportedHome>();
  const problems: ImportProblem[] = [];
  let repeated = 0;
  for (const home of homes) {
    const before = first.get(home.homeId);
    if (!before) first.set(home.homeId, home);
    else if (sameFacts(before) === sameFacts(home)) repeated += 1;
    else {
      const column = home.use === 'parking' ? TITLES.parkingNumber : TITLES.room;
      const text = `和第${before.row}行是同一套“${home.label}”，内容不一样：请只留一行，几位共有人写在同一格，用顿号分开`;
      problems.push({ row: home.row, column, text });
    }
  }
  return { homes: [...first.values()], problems, repeated };
}

/** A key is one person: two names under it would make one head of two (ROLL-3). */
export function keyProblems(homes: readonly ImportedHome[]): ImportProblem[] {
  const first = new Map<string, { name: string; row: number }>();
  const problems: ImportProblem[] = [];
  for (const { owners, row } of homes) {
    for (const { key, name } of owners) {
      const before = first.get(key);
      if (!before) first.set(key, { name, row });
      else if (before.name !== name) {
        const text = `编号“${key}”在第${before.row}行是“${before.name}”，这里是“${name}”，请改正`;
        problems.push({ row, column: TITLES.ownerKeys, text });
      }
    }
  }
  return problems;
}

/** Residents of the same name and birthday in two homes: where persons vote, they would be two. */
export function residentNotes(homes: readonly ImportedHome[]): string[] {
  const homesOf = new Map<string, Set<string>>();
  for (const { residents, label } of homes) {
    for (const { name, bornOn } of residents) {
      const who = `${name} ${bornOn}`;
      homesOf.set(who, (homesOf.get(who) ?? new Set()).add(label));
    }
  }
  return [...homesOf]
    .filter(([, labels]) => labels.size > 1)
    .slice(0, 20)
    .map(
      ([who, labels]) =>
        `住户“${who.split(' ')[0]}”在${[...labels].slice(0, 3).join('、')}都登记了，一个人只应登记在一户。`,
    );
}
