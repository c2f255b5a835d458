import type { ErrorCode } from '@contract/errors';
import type { Period } from '@contract/opening-hours';
import type { Purpose } from '@contract/rooms';
import { type Context, newId, personOf } from '../../kernel/context';
import { Refusal } from '../../kernel/refusal';
import type { RoomDocument } from '../rooms/documents';
import { bookingHomes, isOfficeUser, mayBook, mayKeep, maySee } from '../rooms/policy';
import { instantOf } from '../rooms/rules/clock';
import type { Books } from './books';
import type { BookingDocument } from './documents';
import { quotaRefusal, slotsInTheWay } from './occupying';
import { noShowAt, requestUntil } from './rules/holds';
import { timeRefusal } from './rules/time';

/** For which home somebody books; null of an office. */
export interface Booker {
  homeId: string | null;
  homeLabel: string | null;
  /** An office that keeps the room asks nobody's approval (BOOK-7). */
  keeper: boolean;
}

/** Who books, or a refusal: by the home that was named, else the first one there, else as an office (BOOK-1). */
export function bookerOf({ actor, now }: Context, room: RoomDocument, homeId: string | null): Booker {
  const denial = maySee(actor, now, room.path) ?? mayBook(actor, now, room);
  if (denial) throw new Refusal(denial);
  const homes = bookingHomes(actor, room);
  const home = homeId === null ? homes[0] : homes.find((tie) => tie.homeId === homeId);
  if (homeId !== null && !home) throw new Refusal('NOT_IN_SCOPE');
  const office = !home && isOfficeUser(actor, now, room);
  return {
    homeId: home?.homeId ?? null,
    homeLabel: home?.label ?? null,
    keeper: office && mayKeep(actor, now, room.path) === null,
  };
}

/** Why the room is not for this, or null (BOOK-3). */
export function useRefusal(
  room: RoomDocument,
  { purpose, people }: { purpose: Purpose; people: number },
): ErrorCode | null {
  if (!room.rules.purposes.includes(purpose)) return 'BOOKING_PURPOSE';
  return people <= room.capacity ? null : 'BOOKING_PEOPLE';
}

export interface DayAsked {
  on: string;
  denial: ErrorCode | null;
}

/** What forbids a time on each of these days: the room's rules, what occupies it, the home's quota with the days before (BOOK-2 to BOOK-5). */
export async function askDays(
  books: Books,
  room: RoomDocument,
  now: number,
  { homeId, days, from, to }: Period & { homeId: string | null; days: readonly string[] },
): Promise<DayAsked[]> {
  const planned = new Map<string, number>();
  const asked: DayAsked[] = [];
  await books.ahead(room._id, days);
  for (const on of days) {
    const month = on.slice(0, 7);
    const denial =
      timeRefusal(room, now, { on, from, to }) ??
      ((await slotsInTheWay(books, room, { on, from, to })).length > 0 ? 'BOOKING_TAKEN' : null) ??
      (await quotaRefusal(books, room, homeId, on, planned.get(month) ?? 0));
    if (!denial) planned.set(month, (planned.get(month) ?? 0) + 1);
    asked.push({ on, denial });
  }
  return asked;
}

/** What a booking is once an office needs not be asked, or with its request: state, hold and what the timer does (BOOK-7, BOOK-10). */
export function standing(
  { rules }: RoomDocument,
  now: number,
  keeper: boolean,
  times: { startsAt: number; endsAt: number },
): { state: 'booked' | 'pending'; heldUntil: number | null; dueAt: number | null } {
  if (rules.approvalHours === null || keeper) {
    return { state: 'booked', heldUntil: null, dueAt: noShowAt(rules, times) };
  }
  const heldUntil = requestUntil(now, times.startsAt, rules.approvalHours);
  return { state: 'pending', heldUntil, dueAt: heldUntil };
}

type Details = Period & { purpose: Purpose; people: number; note: string };

/** A booking of this command for one day, in no state that occupies anything. */
export function newBooking(
  context: Context,
  room: RoomDocument,
  booker: Booker,
  { from, to, purpose, people, note }: Details,
  { on, n = 0, of = 1 }: { on: string; n?: number; of?: number },
): BookingDocument {
  const person = personOf(context);
  const { _id: roomId, name: roomName, venueId, venueName, address, path } = room;
  return {
    ...{ _id: newId(context, 'booking', n), groupId: newId(context, 'bookings'), number: n + 1, of },
    ...{ roomId, roomName, venueId, venueName, address, path, on, from, to, purpose, people, note },
    ...{ startsAt: instantOf(on, from), endsAt: instantOf(on, to) },
    ...{ state: 'waiting', reason: null, heldUntil: null, dueAt: null, checkedInAt: null, skipped: [] },
    ...{ personId: person._id, personName: person.name, homeId: booker.homeId, homeLabel: booker.homeLabel },
    ...{ revision: 1, createdAt: context.now },
  };
}
