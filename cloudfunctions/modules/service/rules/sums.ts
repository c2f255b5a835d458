import type { HoursPart, OwnHours } from '@contract/service';
import { minutesWords } from './times';

/** What work without a team is called in statistics. */
export const NO_TEAM = '没有队伍';

interface Sum {
  month: string;
  team: string | null;
  minutes: number;
  shifts: number;
}

function part(rows: readonly Sum[]): HoursPart {
  const minutes = rows.reduce((sum, one) => sum + one.minutes, 0);
  return { minutes, words: minutesWords(minutes), shifts: rows.reduce((sum, one) => sum + one.shifts, 0) };
}

function grouped<K extends string>(rows: readonly Sum[], key: K, of: (row: Sum) => string) {
  const names = [...new Set(rows.map(of))];
  return names.map((name) => {
    const named = { [key]: name } as Record<K, string>;
    return { ...named, ...part(rows.filter((row) => of(row) === name)) };
  });
}

/** A person's hours in all, by month (the latest first) and by team (the most first). */
export function ownSums(rows: readonly Sum[]): Pick<OwnHours, 'total' | 'byMonth' | 'byTeam'> {
  return {
    total: part(rows),
    byMonth: grouped(rows, 'month', ({ month }) => month).sort((a, b) => (a.month < b.month ? 1 : -1)),
    byTeam: grouped(rows, 'team', ({ team }) => team ?? NO_TEAM).sort((a, b) => b.minutes - a.minutes),
  };
}
