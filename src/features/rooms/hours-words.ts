import type { HoursException, OpeningHours, Period } from '@contract/opening-hours';
import { WEEKDAYS, spanText } from '@/services/day';
import { dayText } from '@/services/time';

export interface HoursLine {
  days: string;
  times: string;
}

export const periodsText = (periods: readonly Period[]): string =>
  periods.length === 0 ? '休息' : periods.map(({ from, to }) => spanText(from, to)).join('、');

function daysText(first: number, last: number): string {
  const [from = '', to = ''] = [WEEKDAYS[first], WEEKDAYS[last]];
  if (first === last) return from;
  if (first === 0 && last === 6) return '每天';
  return last === first + 1 ? `${from}、${to}` : `${from}到${to}`;
}

/** 「周一到周五 9:00–12:00、14:00–18:00」: days in a row with the same hours are one line. */
export function weeklyLines(weekly: OpeningHours['weekly']): HoursLine[] {
  const times = weekly.map(periodsText);
  const starts = times.flatMap((text, day) => (text === times[day - 1] ? [] : [day]));
  return starts.map((first, n) => ({
    days: daysText(first, (starts[n + 1] ?? weekly.length) - 1),
    times: times[first] ?? '',
  }));
}

/** 「10月1日 周三到10月7日 周二」; one day alone; 「… 起，另行通知为止」. */
export function exceptionDays({ fromOn, untilOn }: HoursException, now: number): string {
  if (untilOn === null) return `${dayText(fromOn, now)}起，到另行通知`;
  return fromOn === untilOn ? dayText(fromOn, now) : `${dayText(fromOn, now)}到${dayText(untilOn, now)}`;
}

/** Those that are not over yet. */
export const comingExceptions = ({ exceptions }: OpeningHours, today: string): HoursException[] =>
  exceptions.filter(({ untilOn }) => untilOn === null || untilOn >= today);
