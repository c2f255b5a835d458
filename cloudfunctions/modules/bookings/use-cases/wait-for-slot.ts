import type { BookingView } from '@contract/bookings';
import type { CallInput } from '@contract/calls';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { enforce, Refusal } from '../../../kernel/refusal';
import { bookerOf, newBooking, useRefusal } from '../asking';
import { openBooks } from '../books';
import { slotsInTheWay, vacate } from '../occupying';
import { maySee, mayUnwait } from '../policy';
import { presentById } from '../present';
import { timeRefusal } from '../rules/time';

/** Longer lists make hopes that nobody keeps. */
const WAITS_MOST = 20;

/** Puts the caller on the list of a time that is taken; where it gets free it is offered in the order of coming (BOOK-8). */
export async function waitForSlot(context: Context, input: CallInput<'bookings.wait'>): Promise<BookingView> {
  const { actor, now } = context;
  await requirePassed(context, [input.note]);
  const { subjectId } = await change(context, async (transaction) => {
    const books = openBooks(transaction);
    const room = await books.room(input.roomId);
    const booker = bookerOf(context, room, input.homeId);
    enforce(useRefusal(room, input) ?? timeRefusal(room, now, input));
    const taken = await slotsInTheWay(books, room, input);
    if (taken.length === 0) throw new Refusal('BOOKING_FREE');
    const { on, from, to } = input;
    const day = await books.day(room._id, on);
    const same = day.waits.some(
      (wait) => wait.personId === actor.personId && wait.from === from && wait.to === to,
    );
    if (same || taken.some(({ personId }) => personId === actor.personId))
      throw new Refusal('BOOKING_WAITING');
    if (day.waits.length >= WAITS_MOST) throw new Refusal('BOOKING_WAITS_FULL');
    const fresh = newBooking(context, room, booker, input, { on });
    const booking = { ...fresh, dueAt: fresh.startsAt };
    books.keepDay({ ...day, waits: [...day.waits, { id: booking._id, personId: actor.personId, from, to }] });
    books.keepBooking(booking);
    await books.write(transaction);
    return {
      subject: { kind: 'booking', id: booking._id },
      path: room.path,
      facts: { roomId: room._id, on, from, to },
    };
  });
  return presentById(context, subjectId);
}

export async function stopWaiting(
  context: Context,
  { id }: CallInput<'bookings.unwait'>,
): Promise<BookingView> {
  const { actor, now } = context;
  await change(context, async (transaction) => {
    const books = openBooks(transaction);
    const before = await books.booking(id);
    enforce(maySee(actor, now, before) ?? mayUnwait(actor, before));
    await vacate(books, before, now);
    books.keepBooking({ ...before, state: 'cancelled', dueAt: null, revision: before.revision + 1 });
    await books.write(transaction);
    return { subject: { kind: 'booking', id }, path: before.path };
  });
  return presentById(context, id);
}
