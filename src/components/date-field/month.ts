export interface MonthDay {
  /** 'YYYY-MM-DD' */
  on: string;
  day: number;
}

export interface Month {
  /** 'YYYY-MM' */
  id: string;
  title: string;
  /** Weeks from Monday; null outside the month. */
  weeks: (MonthDay | null)[][];
}

const two = (value: number) => String(value).padStart(2, '0');

/** A month of the calendar as rows of weeks; `id` is 'YYYY-MM'. */
export function monthOf(id: string): Month {
  const [year = 0, month = 1] = id.split('-').map(Number);
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const cells: (MonthDay | null)[] = Array.from({ length: before }, () => null);
  for (let day = 1; day <= length; day += 1) cells.push({ on: `${id}-${two(day)}`, day });
  while (cells.length % 7 !== 0) cells.push(null);
  const weeks = Array.from({ length: cells.length / 7 }, (_, row) => cells.slice(row * 7, row * 7 + 7));
  return { id, title: `${year}年${month}月`, weeks };
}

/** The month `count` after (or before) another: ('2025-12', 1) → '2026-01'. */
export function monthAfter(id: string, count: number): string {
  const [year = 0, month = 1] = id.split('-').map(Number);
  const moved = new Date(Date.UTC(year, month - 1 + count, 1));
  return `${moved.getUTCFullYear()}-${two(moved.getUTCMonth() + 1)}`;
}
