import { type Change, change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { type Books, openBooks } from '../books';
import type { BookingDocument } from '../documents';
import { release } from '../occupying';
import { keepersOf } from '../present';
import { toBooker, toOffices } from '../told';

/** What a booking comes to by its time alone, with whom to tell (BOOK-7, BOOK-8, BOOK-10). */
async function settled(books: Books, booking: BookingDocument, officers: string[], now: number) {
  switch (booking.state) {
    case 'pending': {
      const offers = await release(books, booking, { state: 'expired' }, now);
      return [...offers, toBooker(booking, 'expired'), ...toOffices(officers, booking, 'expired')];
    }
    case 'offered':
      return [...(await release(books, booking, { state: 'expired' }, now)), toBooker(booking, 'offer-over')];
    case 'waiting':
      return [...(await release(books, booking, { state: 'expired' }, now)), toBooker(booking, 'wait-over')];
    case 'booked':
      return [...(await release(books, booking, { state: 'no-show' }, now)), toBooker(booking, 'no-show')];
    default:
      return [];
  }
}

/** Ends what nobody answered, took or came to; asked anew of the booking as it is now, since its person may have been quicker. */
export async function settleBooking(context: Context, due: BookingDocument): Promise<void> {
  const officers = due.state === 'pending' ? await keepersOf(due.path, context.now) : [];
  await change(context, async (transaction): Promise<Change> => {
    const books = openBooks(transaction);
    const booking = await books.booking(due._id);
    const told = { subject: { kind: 'booking', id: booking._id }, path: booking.path };
    if (booking.dueAt === null || booking.dueAt > context.now) return { ...told, unchanged: true };
    const messages = await settled(books, booking, officers, context.now);
    await books.write(transaction);
    return { ...told, facts: { from: booking.state }, messages };
  });
}
