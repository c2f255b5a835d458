import type { HoursException, OpeningHours, Period } from '@contract/opening-hours';
import { dayNumber } from '../../motions/rules/days';

const WEEK = 7;

/** 0 for Monday; 1970-01-01 was a Thursday. */
export function weekdayOf(on: string): number {
  return (dayNumber(on) + 3) % WEEK;
}

/** Ascending, and those that touch as one: a booking may go over the seam. */
function joined(periods: readonly Period[]): Period[] {
  const sorted = [...periods].sort((a, b) => a.from - b.from);
  return sorted.reduce<Period[]>((done, next) => {
    const last = done.at(-1);
    if (last && next.from <= last.to)
      return [...done.slice(0, -1), { from: last.from, to: Math.max(last.to, next.to) }];
    return [...done, { from: next.from, to: next.to }];
  }, []);
}

function exceptionOn(exceptions: readonly HoursException[], on: string): HoursException | undefined {
  return exceptions.findLast(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || on <= untilOn));
}

/** When a door is open on a day, and why otherwise than by the weekday; holidays are entered, none is guessed (ROOM-2). */
export function openOn(
  { weekly, exceptions }: OpeningHours,
  on: string,
): { periods: Period[]; why: string | null } {
  const exception = exceptionOn(exceptions, on);
  if (exception) return { periods: joined(exception.periods), why: exception.reason };
  return { periods: joined(weekly[weekdayOf(on)] ?? []), why: null };
}

/** Whether a day's periods hold the whole of this one; its end may be their end (ROOM-3). */
export function isOpenFor(periods: readonly Period[], { from, to }: Period): boolean {
  return periods.some((period) => period.from <= from && to <= period.to);
}
