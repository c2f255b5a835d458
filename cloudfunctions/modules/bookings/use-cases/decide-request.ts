import type { BookingView } from '@contract/bookings';
import type { CallInput } from '@contract/calls';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { enforce, requireRevision } from '../../../kernel/refusal';
import { type Books, openBooks } from '../books';
import type { BookingDocument } from '../documents';
import { occupy, release } from '../occupying';
import { mayDecide, maySee } from '../policy';
import { presentById } from '../present';
import { noShowAt } from '../rules/holds';
import { toBooker } from '../told';

/** The request as it stands, with the office's right to decide on it. */
async function request(
  { actor, now }: Context,
  books: Books,
  { id, revision }: { id: string; revision: number },
): Promise<BookingDocument> {
  const booking = await books.booking(id);
  enforce(maySee(actor, now, booking) ?? mayDecide(actor, now, booking));
  requireRevision(booking, revision);
  return booking;
}

/** Lets a request be a booking, while its slot is held; the slot was its own all the time, so nothing is asked anew (BOOK-7). */
export async function approveBooking(
  context: Context,
  input: CallInput<'bookings.approve'>,
): Promise<BookingView> {
  await change(context, async (transaction) => {
    const books = openBooks(transaction);
    const before = await request(context, books, input);
    const room = await books.room(before.roomId);
    const dueAt = noShowAt(room.rules, before);
    const booking = {
      ...before,
      state: 'booked' as const,
      heldUntil: null,
      dueAt,
      revision: before.revision + 1,
    };
    await occupy(books, room, booking);
    await books.write(transaction);
    const subject = { kind: 'booking', id: booking._id };
    return { subject, path: booking.path, messages: [toBooker(booking, 'approved')] };
  });
  return presentById(context, input.id);
}

/** Frees the slot of a request that is not granted, with the reason (BOOK-7). */
export async function rejectBooking(
  context: Context,
  input: CallInput<'bookings.reject'>,
): Promise<BookingView> {
  const { reason } = input;
  await requirePassed(context, [reason]);
  await change(context, async (transaction) => {
    const books = openBooks(transaction);
    const before = await request(context, books, input);
    const offers = await release(books, before, { state: 'rejected', reason }, context.now);
    await books.write(transaction);
    const messages = [...offers, toBooker({ ...before, reason }, 'rejected')];
    return { subject: { kind: 'booking', id: before._id }, path: before.path, messages };
  });
  return presentById(context, input.id);
}
