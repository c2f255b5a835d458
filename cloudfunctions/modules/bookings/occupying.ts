import type { ErrorCode } from '@contract/errors';
import type { MessageIntent } from '@contract/messages';
import type { RoomDocument } from '../rooms/documents';
import { bookingHomes, isOfficeUser } from '../rooms/policy';
import { isOpenFor, openOn } from '../rooms/rules/hours';
import { PURPOSE_LABELS } from '../rooms/rules/words';
import type { Books } from './books';
import type { BookingDocument, Slot } from './documents';
import { offerUntil } from './rules/holds';
import { inTheWay } from './rules/overlap';
import { toBooker } from './told';

type Time = Pick<BookingDocument, 'on' | 'from' | 'to'>;

/** Those of the day that stand in the way of a time in this room. */
export async function slotsInTheWay(
  books: Books,
  room: RoomDocument,
  { on, from, to }: Time,
): Promise<Slot[]> {
  const { slots } = await books.day(room._id, on);
  return inTheWay(slots, { from, to, buffer: room.rules.buffer });
}

/** Whether a home has a booking left in that month; `planned` are those of the same command that are not written yet (BOOK-4). */
export async function quotaRefusal(
  books: Books,
  room: RoomDocument,
  homeId: string | null,
  on: string,
  planned = 0,
): Promise<ErrorCode | null> {
  if (homeId === null || room.rules.quota === 0) return null;
  const { bookingIds } = await books.quota(room._id, homeId, on);
  return bookingIds.length + planned < room.rules.quota ? null : 'BOOKING_QUOTA';
}

/** Puts a booking on its home's quota of the month, or takes it off. */
export async function count(
  books: Books,
  { _id, roomId, homeId, on }: BookingDocument,
  counts: boolean,
): Promise<void> {
  if (homeId === null) return;
  const quota = await books.quota(roomId, homeId, on);
  const others = quota.bookingIds.filter((id) => id !== _id);
  books.keepQuota({ ...quota, bookingIds: counts ? [...others, _id] : others });
}

const KIND = { booked: 'booked', pending: 'pending', offered: 'offered' } as const;

/** Puts a booking into its day, onto its home's quota and down as it is now; the caller has asked whether it may be. */
export async function occupy(
  books: Books,
  room: RoomDocument,
  booking: BookingDocument & { state: keyof typeof KIND },
): Promise<void> {
  const { _id: id, from, to, personId, homeId, heldUntil, state } = booking;
  const day = await books.day(room._id, booking.on);
  // What holds its time already keeps the buffer of then: a longer one of now could reach into the next booking (BOOK-2).
  const buffer = day.slots.find((one) => one.id === id)?.buffer ?? room.rules.buffer;
  const slot: Slot = {
    ...{ id, kind: KIND[state], from, to, buffer, personId, homeId, heldUntil },
    label: PURPOSE_LABELS[booking.purpose],
  };
  const slots = [...day.slots.filter((one) => one.id !== id), slot].sort((a, b) => a.from - b.from);
  books.keepDay({ ...day, slots });
  // An offer is nobody's booking yet: it is counted when it is taken (BOOK-8).
  if (state !== 'offered') await count(books, booking, true);
  books.occupied(await books.room(room._id));
  books.keepBooking(booking);
}

/** Takes a booking out of its day; whatever ended before it began, or was never granted, is on no quota (BOOK-4). */
export async function vacate(books: Books, booking: BookingDocument, now: number): Promise<void> {
  const day = await books.day(booking.roomId, booking.on);
  const without = <T extends { id: string }>(rows: T[]) => rows.filter(({ id }) => id !== booking._id);
  books.keepDay({ ...day, slots: without(day.slots), waits: without(day.waits) });
  if (now < booking.startsAt || booking.state !== 'booked') await count(books, booking, false);
}

/** Whether who waits could take it: they still may book here for that home, which has a booking left in the month (BOOK-8, BOOK-15). */
async function couldTake(books: Books, room: RoomDocument, waiting: BookingDocument, now: number) {
  const { homeId, personId } = waiting;
  const person = await books.person(personId);
  const actor = { openid: person?.openid ?? '', personId, person };
  const mayStill =
    homeId === null
      ? isOfficeUser(actor, now, room)
      : bookingHomes(actor, room).some((tie) => tie.homeId === homeId);
  return mayStill && (await quotaRefusal(books, room, homeId, waiting.on)) === null;
}

/** Offers what is free to those who wait for it, in the order in which they came; gives what they are told (BOOK-8). */
export async function offerNext(
  books: Books,
  room: RoomDocument,
  on: string,
  now: number,
): Promise<MessageIntent[]> {
  const messages: MessageIntent[] = [];
  const { waits } = await books.day(room._id, on);
  for (const wait of waits) {
    const free = (await slotsInTheWay(books, room, { on, ...wait })).length === 0;
    if (!free || !isOpenFor(openOn(room.hours, on).periods, wait)) continue;
    const waiting = await books.booking(wait.id);
    const heldUntil = offerUntil(now, waiting.startsAt);
    if (heldUntil === null || !(await couldTake(books, room, waiting, now))) continue;
    const revision = waiting.revision + 1;
    const offered = { ...waiting, state: 'offered' as const, heldUntil, dueAt: heldUntil, revision };
    await occupy(books, room, offered);
    const day = await books.day(room._id, on);
    books.keepDay({ ...day, waits: day.waits.filter(({ id }) => id !== wait.id) });
    messages.push(toBooker(offered, 'offered'));
  }
  return messages;
}

/** Frees a booking's slot, asks who waits for it, and puts the booking down as it ended. */
export async function release(
  books: Books,
  booking: BookingDocument,
  ended: Pick<BookingDocument, 'state'> & Partial<BookingDocument>,
  now: number,
): Promise<MessageIntent[]> {
  await vacate(books, booking, now);
  books.keepBooking({ ...booking, heldUntil: null, dueAt: null, ...ended, revision: booking.revision + 1 });
  return offerNext(books, await books.room(booking.roomId), booking.on, now);
}
