import { change } from '../../kernel/change';
import { systemContext } from '../../kernel/context';
import { openBooks } from './books';
import { release } from './occupying';
import { bookings } from './repository';
import { isComing } from './rules/time';

/** What a past booking keeps of whoever has left: nothing that names them (BOOK-14). */
const LEFT = { personName: '已注销', homeId: null, homeLabel: null, note: '' } as const;

/** Ends what is to come of somebody who has left and asks who waits for it; of the past no name stays. Done again it changes nothing. */
export async function endLeaverBookings(personId: string, requestId: string): Promise<void> {
  for (;;) {
    const rows = await bookings.named(personId, LEFT.personName);
    for (const { _id: id, revision } of rows) {
      const context = systemContext(`bookings.left:${id}:${revision}`, requestId);
      const { now } = context;
      await change(context, async (transaction) => {
        const books = openBooks(transaction);
        const booking = await books.booking(id);
        const live = isComing(booking, now);
        const ended = { state: 'cancelled', reason: '预约人已注销' } as const;
        const messages = live ? await release(books, booking, ended, now) : [];
        const kept = await books.booking(id);
        books.keepBooking({ ...kept, ...LEFT, revision: booking.revision + 1 });
        await books.write(transaction);
        return { subject: { kind: 'booking', id }, path: booking.path, facts: { left: true }, messages };
      });
    }
    if (rows.length === 0) return;
  }
}
