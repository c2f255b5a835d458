import type { SeriesEvery } from '@contract/series';
import { addDays, dayNumber } from '../../motions/rules/days';

/** On which days a series meets: the weekday of its first day, in every week or in the same week of every so many months. */
export interface Rhythm {
  every: SeriesEvery;
  /** 'YYYY-MM-DD' */
  firstOn: string;
  /** On the last such weekday of the month: a fifth one is not in every month (FORM-7). */
  last: boolean;
}

const MONTHS: Record<Exclude<SeriesEvery, 'week'>, number> = { month: 1, quarter: 3, 'half-year': 6 };
const WEEK = 7;

/** 0 for Sunday; 1970-01-01 was a Thursday. */
const weekdayOf = (on: string) => (dayNumber(on) + 4) % WEEK;

const monthStart = (firstOn: string, months: number): string => {
  const index = Number(firstOn.slice(0, 4)) * 12 + Number(firstOn.slice(5, 7)) - 1 + months;
  const month = String((index % 12) + 1).padStart(2, '0');
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${month}-01`;
};

/** Which of its weekday in its month a day is, from 1. */
const weekOfMonth = (on: string) => Math.ceil(Number(on.slice(8)) / WEEK);

/** Whether a day is the last of its weekday in its month. */
export function isLastOfMonth(on: string): boolean {
  return addDays(on, WEEK).slice(5, 7) !== on.slice(5, 7);
}

/** The n-th day of a rhythm, from 0, over the ends of months and years; holidays are for people to see (FORM-7). */
export function occurrence({ every, firstOn, last }: Rhythm, n: number): string {
  if (every === 'week') return addDays(firstOn, WEEK * n);
  const start = monthStart(firstOn, MONTHS[every] * n);
  const ahead = (weekdayOf(firstOn) - weekdayOf(start) + WEEK) % WEEK;
  const week = last ? 5 : weekOfMonth(firstOn);
  const on = addDays(start, ahead + WEEK * (week - 1));
  return on.slice(0, 7) === start.slice(0, 7) ? on : addDays(on, -WEEK);
}

/** The days before the n-th, newest first, at most `limit`. */
export function before(rhythm: Rhythm, n: number, limit: number): string[] {
  const from = Math.max(0, n - limit);
  return Array.from({ length: n - from }, (_, back) => occurrence(rhythm, n - 1 - back));
}

const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'] as const;
const WEEKS = ['', '第一个', '第二个', '第三个', '第四个'] as const;

/** '每月第二个星期三', '每季度第一个月最后一个星期五': with the months where they are not every one. */
export function rhythmWords({ every, firstOn, last }: Rhythm): string {
  const weekday = WEEKDAYS[weekdayOf(firstOn)] ?? '';
  if (every === 'week') return `每周${weekday.slice(2)}`;
  const which = `${last ? '最后一个' : (WEEKS[weekOfMonth(firstOn)] ?? '最后一个')}${weekday}`;
  if (every === 'month') return `每月${which}`;
  const first = (Number(firstOn.slice(5, 7)) - 1) % MONTHS[every];
  const months = Array.from({ length: 12 / MONTHS[every] }, (_, k) => first + 1 + k * MONTHS[every]);
  return `每${every === 'quarter' ? '季度' : '半年'}一次（${months.join('、')}月${which}）`;
}
