import { startOfDay } from '../motions/rules/days';
import type { SeriesDocument } from './documents';
import { occurrence } from './rules/rhythm';

const MINUTE_MS = 60_000;
/** People are told of the next session in the morning, not at midnight. */
const TOLD_AT_MINUTE = 9 * 60;

/** When a session of that day begins, epoch ms. */
export function instantOn({ startsAt }: Pick<SeriesDocument, 'startsAt'>, on: string): number {
  const [hours = 0, minutes = 0] = startsAt.split(':').map(Number);
  return startOfDay(on) + (hours * 60 + minutes) * MINUTE_MS;
}

export function endOn(series: Pick<SeriesDocument, 'startsAt' | 'minutes'>, on: string): number {
  return instantOn(series, on) + series.minutes * MINUTE_MS;
}

/** When the n-th day of a series is to be prepared. */
export function dueAtOf(series: Omit<SeriesDocument, 'dueAt'>, n: number): number {
  const lead = series.leadDays * 24 * 60 * MINUTE_MS;
  return startOfDay(occurrence(series, n)) - lead + TOLD_AT_MINUTE * MINUTE_MS;
}

/** The first day from the n-th on that is still to come: what was missed is not made up for (FORM-8). */
export function comingFrom(series: SeriesDocument, n: number, now: number): number {
  let coming = n;
  while (instantOn(series, occurrence(series, coming)) <= now) coming += 1;
  return coming;
}
