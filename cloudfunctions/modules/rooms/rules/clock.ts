import { DAY_MS, dayOf, startOfDay } from '../../motions/rules/days';

export const MINUTE_MS = 60_000;

/** The instant of a minute of a day in +08:00, epoch ms; minute 1440 is the next day's first. */
export function instantOf(on: string, minute: number): number {
  return startOfDay(on) + minute * MINUTE_MS;
}

/** The day in +08:00 and the whole minutes that have passed of it. */
export function minuteOf(at: number): { on: string; minute: number } {
  const on = dayOf(at);
  return { on, minute: Math.floor((at - startOfDay(on)) / MINUTE_MS) };
}

/** Epoch ms of the day's end in +08:00. */
export function endOfDay(on: string): number {
  return startOfDay(on) + DAY_MS;
}

/** '9:00', '24:00' */
export function clockWords(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

/** '1 小时 30 分钟' */
export function lengthWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} 小时` : '', rest > 0 ? `${rest} 分钟` : ''].filter(Boolean).join(' ');
}
