import { dayOf, instantOf } from './time';

const DAY_MS = 24 * 3_600_000;

/** Monday first, as weeks are read here. */
export const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** The day so many days after a day 'YYYY-MM-DD'. */
export function dayAfter(on: string, days: number): string {
  return dayOf(instantOf(on, '12:00') + days * DAY_MS);
}

/** Place of the day in its week: 0 Monday to 6 Sunday. */
export function weekdayOf(on: string): number {
  // 1970-01-01 was a Thursday.
  return (Math.floor(Date.parse(`${on}T00:00:00Z`) / DAY_MS) + 3) % 7;
}

/** The Monday of the day's week. */
export function mondayOf(on: string): string {
  return dayAfter(on, -weekdayOf(on));
}

/** Minutes from midnight of an instant, in +08:00. */
export function minuteOf(at: number): number {
  return Math.floor((at - instantOf(dayOf(at), '00:00')) / 60_000);
}

const two = (value: number) => String(value).padStart(2, '0');

/** Minutes from midnight → 「9:00」; 1440 → 「24:00」. */
export function minutesText(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
}

/** 「9:00–10:30」 */
export function spanText(from: number, to: number): string {
  return `${minutesText(from)}–${minutesText(to)}`;
}

/** 「90 分钟」「2 小时」「1 小时半」: how long a booking is. */
export function lengthText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${minutes} 分钟`;
  const rest = minutes % 60;
  if (rest === 0) return `${hours} 小时`;
  return rest === 30 ? `${hours} 小时半` : `${hours} 小时 ${rest} 分`;
}
