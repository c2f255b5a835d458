import type { BookingView } from '@contract/bookings';
import type { CallInput } from '@contract/calls';
import { carriedOut, change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import type { Reader } from '../../../kernel/database';
import { store } from '../../../kernel/reader';
import { enforce, Refusal, requireRevision } from '../../../kernel/refusal';
import { instantOf } from '../../rooms/rules/clock';
import { askDays, bookerOf, standing, useRefusal } from '../asking';
import { type Books, openBooks } from '../books';
import type { BookingDocument } from '../documents';
import { occupy, offerNext, vacate } from '../occupying';
import { mayMove, maySee } from '../policy';
import { keepersOf, presentById } from '../present';
import { toOffices } from '../told';

type Input = CallInput<'bookings.move'>;

/** The booking where it is to be, once its old time is free: asked like a new one of the same home (BOOK-13). */
async function moved(context: Context, books: Books, before: BookingDocument, input: Input) {
  const { actor, now } = context;
  enforce(maySee(actor, now, before) ?? mayMove(actor, now, before));
  requireRevision(before, input.revision);
  const room = await books.room(input.roomId);
  const booker = bookerOf(context, room, before.homeId);
  enforce(useRefusal(room, before));
  await vacate(books, before, now);
  const { on, from, to } = input;
  const [asked] = await askDays(books, room, now, { homeId: booker.homeId, days: [on], from, to });
  if (asked?.denial) throw new Refusal(asked.denial);
  const { name: roomName, venueId, venueName, address, path } = room;
  const times = { startsAt: instantOf(on, from), endsAt: instantOf(on, to) };
  return {
    ...before,
    ...{ roomId: room._id, roomName, venueId, venueName, address, path, on, from, to, ...times },
    ...standing(room, now, booker.keeper, times),
    ...{ homeId: booker.homeId, homeLabel: booker.homeLabel, revision: before.revision + 1 },
  };
}

const tried = async (context: Context, reader: Reader, input: Input) => {
  const books = openBooks(reader);
  const before = await books.booking(input.id);
  return { books, before, booking: await moved(context, books, before, input) };
};

/** Moves a booking in one transaction: the new time is had before the old one is given up, or nothing changes (BOOK-13). */
export async function moveBooking(context: Context, input: Input): Promise<BookingView> {
  const { now } = context;
  const officers: string[] = [];
  if (!(await carriedOut(context))) {
    const { booking } = await tried(context, store, input);
    if (booking.state === 'pending') officers.push(...(await keepersOf(booking.path, now)));
  }
  await change(context, async (transaction) => {
    const { books, before, booking } = await tried(context, transaction, input);
    const room = await books.room(booking.roomId);
    await occupy(books, room, booking);
    const offers = await offerNext(books, await books.room(before.roomId), before.on, now);
    await books.write(transaction);
    const messages = [
      ...offers,
      ...(booking.state === 'pending' ? toOffices(officers, booking, 'asked') : []),
    ];
    const facts = { roomId: booking.roomId, on: booking.on, from: booking.from, to: booking.to };
    return { subject: { kind: 'booking', id: booking._id }, path: booking.path, facts, messages };
  });
  return presentById(context, input.id);
}
