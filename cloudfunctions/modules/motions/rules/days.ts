/** Days are 'YYYY-MM-DD' in +08:00, instants epoch ms: the machine's zone has no part in either (CLK-8, PATH-4). */
export const DAY_MS = 86_400_000;
const CHINA_OFFSET_MS = 8 * 3_600_000;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01. Throws RangeError unless the day is in the calendar. */
export function dayNumber(on: string): number {
  const parts = DAY.exec(on);
  if (!parts) throw new RangeError(`not a day: ${on}`);
  const number = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / DAY_MS;
  if (toDay(number) !== on) throw new RangeError(`not in the calendar: ${on}`);
  return number;
}

function toDay(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

export function addDays(on: string, days: number): string {
  return toDay(dayNumber(on) + days);
}

/** Whole days from one day to a later one; negative when it is earlier. */
export function daysBetween(fromOn: string, toOn: string): number {
  return dayNumber(toOn) - dayNumber(fromOn);
}

/** The day in +08:00 that an instant falls on. */
export function dayOf(at: number): string {
  return toDay(Math.floor((at + CHINA_OFFSET_MS) / DAY_MS));
}

/** The first millisecond of a day in +08:00. */
export function startOfDay(on: string): number {
  return dayNumber(on) * DAY_MS - CHINA_OFFSET_MS;
}

/** The same day some years later; where the month has no such day, its last one (民法典 202). */
export function addYears(on: string, years: number): string {
  dayNumber(on);
  const year = String(Number(on.slice(0, 4)) + years).padStart(4, '0');
  const leap = new Date(Date.UTC(Number(year), 1, 29)).getUTCMonth() === 1;
  return on.endsWith('-02-29') && !leap ? `${year}-02-28` : `${year}${on.slice(4)}`;
}
