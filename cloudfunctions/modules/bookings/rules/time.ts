import type { BookingState } from '@contract/bookings';
import type { ErrorCode } from '@contract/errors';
import type { OpeningHours, Period } from '@contract/opening-hours';
import type { RoomRules } from '@contract/rooms';
import { addDays, dayOf } from '../../motions/rules/days';
import { instantOf, MINUTE_MS, minuteOf } from '../../rooms/rules/clock';
import { isOpenFor, openOn } from '../../rooms/rules/hours';

const DAY_MINUTES = 1440;

export interface Wanted extends Period {
  on: string;
}

type Terms = Pick<RoomRules, 'aheadMostDays' | 'aheadLeastMinutes' | 'shortest' | 'longest' | 'step'>;

/** Why the room's rules do not allow this time, or null; whether it is taken is another question (BOOK-3). */
export function timeRefusal(
  { hours, rules }: { hours: OpeningHours; rules: Terms },
  now: number,
  { on, from, to }: Wanted,
): ErrorCode | null {
  const { aheadMostDays, aheadLeastMinutes, shortest, longest, step } = rules;
  const length = to - from;
  if (length < shortest || length > longest || from % step !== 0 || length % step !== 0)
    return 'BOOKING_LENGTH';
  const startsAt = instantOf(on, from);
  if (startsAt <= now) return 'TIME_IN_PAST';
  if (startsAt < now + aheadLeastMinutes * MINUTE_MS) return 'BOOKING_TOO_SOON';
  if (on > addDays(dayOf(now), aheadMostDays)) return 'BOOKING_TOO_FAR';
  return isOpenFor(openOn(hours, on).periods, { from, to }) ? null : 'BOOKING_CLOSED';
}

/** Within which minutes of a day a booking may begin now, or null where none may (BOOK-3). */
export function bookableOn(
  { aheadMostDays, aheadLeastMinutes, step }: Terms,
  now: number,
  on: string,
): Period | null {
  if (on > addDays(dayOf(now), aheadMostDays)) return null;
  // A beginning at this very instant has passed.
  const earliest = minuteOf(Math.max(now + 1, now + aheadLeastMinutes * MINUTE_MS) + MINUTE_MS - 1);
  if (on < earliest.on) return null;
  const from = on > earliest.on ? 0 : Math.ceil(earliest.minute / step) * step;
  return from < DAY_MINUTES ? { from, to: DAY_MINUTES } : null;
}

/** The same weekday in so many weeks, over the ends of months and years (BOOK-5). */
export function weekly(on: string, repeats: number): string[] {
  return Array.from({ length: repeats }, (_, week) => addDays(on, 7 * week));
}

export const monthOf = (on: string) => on.slice(0, 7);

const LIVE: readonly BookingState[] = ['waiting', 'offered', 'pending', 'booked'];

/** Whether something is still to come of a booking: it waits or stands, and its time is not over. */
export const isComing = ({ state, endsAt }: { state: BookingState; endsAt: number }, now: number): boolean =>
  LIVE.includes(state) && now < endsAt;
