import type { BookingView } from '@contract/bookings';
import type { CallInput } from '@contract/calls';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { enforce, Refusal, requireRevision } from '../../../kernel/refusal';
import { openBooks } from '../books';
import { count, occupy, slotsInTheWay } from '../occupying';
import { mayCheckIn, maySee, mayUndoNoShow } from '../policy';
import { presentById } from '../present';
import { toBooker } from '../told';

/** Says that the booker is there, by the code at the room's door (BOOK-9). */
export async function checkIn(
  context: Context,
  { id, code }: CallInput<'bookings.checkIn'>,
): Promise<BookingView> {
  const { actor, now } = context;
  await change(context, async (transaction) => {
    const books = openBooks(transaction);
    const before = await books.booking(id);
    enforce(maySee(actor, now, before) ?? mayCheckIn(actor, now, before));
    const room = await books.room(before.roomId);
    if (room.doorCode !== code) throw new Refusal('BOOKING_CODE_WRONG');
    books.keepBooking({ ...before, checkedInAt: now, dueAt: null, revision: before.revision + 1 });
    await books.write(transaction);
    return { subject: { kind: 'booking', id }, path: before.path };
  });
  return presentById(context, id);
}

/**
 * Takes a no-show back, with the reason. Where the time is still free it is the booker's again; where somebody has it by now the booking
 * ends as cancelled and not as a no-show (BOOK-10).
 */
export async function undoNoShow(
  context: Context,
  { id, revision, reason }: CallInput<'bookings.undoNoShow'>,
): Promise<BookingView> {
  const { actor, now } = context;
  await requirePassed(context, [reason]);
  await change(context, async (transaction) => {
    const books = openBooks(transaction);
    const before = await books.booking(id);
    enforce(maySee(actor, now, before) ?? mayUndoNoShow(actor, now, before));
    requireRevision(before, revision);
    const room = await books.room(before.roomId);
    const given = { ...before, reason, revision: revision + 1 };
    const free = (await slotsInTheWay(books, room, before)).length === 0;
    if (free) await occupy(books, room, { ...given, state: 'booked', checkedInAt: now });
    else {
      await count(books, before, false);
      books.keepBooking({ ...given, state: 'cancelled' });
    }
    await books.write(transaction);
    const messages = [toBooker(given, 'given-back')];
    return { subject: { kind: 'booking', id }, path: before.path, facts: { free }, messages };
  });
  return presentById(context, id);
}
