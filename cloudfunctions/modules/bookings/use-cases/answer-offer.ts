import type { BookingView } from '@contract/bookings';
import type { CallInput } from '@contract/calls';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { enforce } from '../../../kernel/refusal';
import { bookerOf, standing } from '../asking';
import { openBooks } from '../books';
import { occupy, quotaRefusal, release } from '../occupying';
import { mayAccept, mayDecline, maySee } from '../policy';
import { keepersOf, presentById } from '../present';
import { toOffices } from '../told';

/** Takes what was offered while it is held: on the home's quota from now on, and with the room's approval where it asks one (BOOK-8). */
export async function acceptOffer(
  context: Context,
  { id }: CallInput<'bookings.accept'>,
): Promise<BookingView> {
  const { actor, now } = context;
  await change(context, async (transaction) => {
    const books = openBooks(transaction);
    const before = await books.booking(id);
    enforce(maySee(actor, now, before) ?? mayAccept(actor, now, before));
    const room = await books.room(before.roomId);
    const booker = bookerOf(context, room, before.homeId);
    enforce(await quotaRefusal(books, room, before.homeId, before.on));
    const revision = before.revision + 1;
    const booking = { ...before, ...standing(room, now, booker.keeper, before), revision };
    await occupy(books, room, booking);
    await books.write(transaction);
    const pending = booking.state === 'pending';
    const messages = pending ? toOffices(await keepersOf(room.path, now), booking, 'asked') : [];
    return { subject: { kind: 'booking', id }, path: booking.path, messages };
  });
  return presentById(context, id);
}

/** Gives an offer up; whoever waits next is asked. */
export async function declineOffer(
  context: Context,
  { id }: CallInput<'bookings.decline'>,
): Promise<BookingView> {
  const { actor, now } = context;
  await change(context, async (transaction) => {
    const books = openBooks(transaction);
    const before = await books.booking(id);
    enforce(maySee(actor, now, before) ?? mayDecline(actor, before));
    const messages = await release(books, before, { state: 'declined' }, now);
    await books.write(transaction);
    return { subject: { kind: 'booking', id }, path: before.path, messages };
  });
  return presentById(context, id);
}
