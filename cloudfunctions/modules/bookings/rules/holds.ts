import type { RoomRules } from '@contract/rooms';
import { MINUTE_MS } from '../../rooms/rules/clock';

const HOUR_MS = 3_600_000;
/** How long an offer is held: over a night and to the next noon. */
export const OFFER_MS = 12 * HOUR_MS;
/** An offer ends so long before its time begins, and is none where less than the shortest would be left (BOOK-8). */
const BEFORE_START_MS = 30 * MINUTE_MS;
const SHORTEST_MS = 15 * MINUTE_MS;
/** The door's code is taken from so long before the beginning (BOOK-9). */
export const CHECK_IN_MS = 15 * MINUTE_MS;
/** So long ahead a meeting of the place displaces bookings, later it does not (BOOK-11). */
export const MEETING_AHEAD_MS = 72 * HOUR_MS;

/** Until when a request holds its slot: never beyond its own beginning (BOOK-7). */
export function requestUntil(now: number, startsAt: number, approvalHours: number): number {
  return Math.min(now + approvalHours * HOUR_MS, startsAt);
}

/** Until when a slot that got free is held for whoever waits first, or null where it is too late to ask anybody (BOOK-8). */
export function offerUntil(now: number, startsAt: number): number | null {
  const until = Math.min(now + OFFER_MS, startsAt - BEFORE_START_MS);
  return until - now >= SHORTEST_MS ? until : null;
}

/** When a booking that nobody came to is freed, or null: never (BOOK-10). */
export function noShowAt(
  { noShowMinutes }: Pick<RoomRules, 'noShowMinutes'>,
  { startsAt, endsAt }: { startsAt: number; endsAt: number },
): number | null {
  const at = startsAt + noShowMinutes * MINUTE_MS;
  return noShowMinutes > 0 && at < endsAt ? at : null;
}
