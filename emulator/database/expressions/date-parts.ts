import type { Zone } from './zone';

const DAY = 86_400_000;

/** The fields of a date in a zone, as MongoDB numbers them. */
export const DATE_PARTS = {
  $year: (local: Date) => local.getUTCFullYear(),
  $month: (local: Date) => local.getUTCMonth() + 1,
  $dayOfMonth: (local: Date) => local.getUTCDate(),
  $hour: (local: Date) => local.getUTCHours(),
  $minute: (local: Date) => local.getUTCMinutes(),
  $second: (local: Date) => local.getUTCSeconds(),
  $millisecond: (local: Date) => local.getUTCMilliseconds(),
  /** 1 is Sunday. */
  $dayOfWeek: (local: Date) => local.getUTCDay() + 1,
  /** 1 is Monday. */
  $isoDayOfWeek: (local: Date) => local.getUTCDay() || 7,
  $dayOfYear: dayOfYear,
  /** Weeks begin on Sunday; what is before the first Sunday is week 0. */
  $week: (local: Date) => Math.floor((dayOfYear(local) + 6 - local.getUTCDay()) / 7),
  $isoWeek: (local: Date) => Math.ceil(dayOfYear(thursday(local)) / 7),
  $isoWeekYear: (local: Date) => thursday(local).getUTCFullYear(),
};

/** The date whose UTC fields are what the zone's clock shows. */
export function localDate(date: Date, zone: Zone): Date {
  return new Date(date.getTime() + zone(date.getTime()) * 60_000);
}

function dayOfYear(local: Date): number {
  const first = new Date(0);
  first.setUTCFullYear(local.getUTCFullYear(), 0, 1);
  return Math.floor((local.getTime() - first.getTime()) / DAY) + 1;
}

/** A week of ISO 8601 belongs to the year of its Thursday. */
function thursday(local: Date): Date {
  return new Date(local.getTime() + (4 - (local.getUTCDay() || 7)) * DAY);
}
