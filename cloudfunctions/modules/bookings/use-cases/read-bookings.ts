import type { BookingCheck, BookingView, MyBookings } from '@contract/bookings';
import type { CallInput, CallOutput } from '@contract/calls';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import { mayKeep } from '../../rooms/policy';
import { rooms } from '../../rooms/repository';
import { askDays, bookerOf } from '../asking';
import { openBooks } from '../books';
import type { BookingDocument } from '../documents';
import { presentById } from '../present';
import { bookings, quotas } from '../repository';
import { isComing, monthOf, weekly } from '../rules/time';
import { reasonWords } from '../rules/words';
import { bookingView } from '../views';

export function readBooking(context: Context, input: CallInput<'bookings.detail'>): Promise<BookingView> {
  return presentById(context, input.id);
}

/** What would forbid a booking, by the same questions that the booking is asked; nothing is held by asking. */
export async function checkBooking(
  context: Context,
  { roomId, on, from, to, homeId: home, repeats }: CallInput<'bookings.check'>,
): Promise<BookingCheck> {
  const books = openBooks(store);
  const room = await books.room(roomId);
  const { homeId } = bookerOf(context, room, home);
  const asked = await askDays(books, room, context.now, { homeId, days: weekly(on, repeats), from, to });
  const limited = homeId !== null && room.rules.quota > 0;
  const used = limited ? (await books.quota(roomId, homeId, on)).bookingIds.length : 0;
  return {
    days: asked.map((day) => ({ ...day, words: day.denial && reasonWords(day.denial) })),
    quotaLeft: limited ? Math.max(0, room.rules.quota - used) : null,
  };
}

/** What is left to a home in the rooms and months of its bookings (BOOK-4). */
async function quotasOf(rows: readonly BookingDocument[]): Promise<MyBookings['quotas']> {
  const keys = new Map(
    rows.flatMap((row) => {
      const { roomId, homeId, on } = row;
      return homeId === null ? [] : [[quotas.idOf(roomId, homeId, monthOf(on)), { ...row, homeId }] as const];
    }),
  );
  const roomIds = [...keys.values()].map(({ roomId }) => roomId);
  const [counts, kept] = await Promise.all([quotas.ofIds([...keys.keys()]), rooms.byIds(store, roomIds)]);
  const used = new Map(counts.map((row) => [row._id, row.bookingIds.length]));
  const limits = new Map(kept.map((room) => [room._id, room.rules.quota]));
  return [...keys].flatMap(([id, { roomId, roomName, homeLabel, on }]) => {
    const of = limits.get(roomId) ?? 0;
    const left = Math.max(0, of - (used.get(id) ?? 0));
    return of > 0 ? [{ roomId, roomName, home: homeLabel ?? '', month: monthOf(on), left, of }] : [];
  });
}

export async function readMine(context: Context, input: CallInput<'bookings.mine'>): Promise<MyBookings> {
  const { actor, now } = context;
  const coming = input.when === 'coming';
  const page = await bookings.ofPerson(
    actor.personId,
    coming ? now : null,
    input.cursor,
    (row) => isComing(row, now) === coming,
  );
  return {
    items: page.items.map((row) => bookingView(actor, now, row)),
    next: page.next,
    quotas: coming ? await quotasOf(page.items) : [],
  };
}

/** Requests that wait for an office of the place. */
export async function readQueue(
  context: Context,
  input: CallInput<'bookings.queue'>,
): Promise<CallOutput<'bookings.queue'>> {
  const { actor, now } = context;
  const place = found(await places.byId(store, input.placeId));
  enforce(mayKeep(actor, now, place.path));
  const page = await bookings.waitingIn(input.placeId, input.cursor);
  return { items: page.items.map((row) => bookingView(actor, now, row)), next: page.next };
}
