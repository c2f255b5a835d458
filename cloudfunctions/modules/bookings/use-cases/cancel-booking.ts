import type { BookingView } from '@contract/bookings';
import type { CallInput } from '@contract/calls';
import type { MessageIntent } from '@contract/messages';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { enforce, found, Refusal, requireRevision } from '../../../kernel/refusal';
import { type Books, openBooks } from '../books';
import type { BookingDocument } from '../documents';
import { release } from '../occupying';
import { mayCancel, maySee } from '../policy';
import { presentById } from '../present';
import { bookings } from '../repository';
import { toBooker } from '../told';

/** This one, or of a series this one and those that come and can still be cancelled. */
async function all(context: Context, books: Books, first: BookingDocument, rows: readonly BookingDocument[]) {
  const later = rows.filter(({ startsAt }) => startsAt > first.startsAt);
  const going = [first];
  for (const { _id } of later) {
    const booking = await books.booking(_id);
    if (mayCancel(context.actor, context.now, booking) === null) going.push(booking);
  }
  return going;
}

/** Cancels by the booker, or by the office with a reason that the booker reads (BOOK-6); who waits for the slot is asked next. */
export async function cancelBooking(
  context: Context,
  { id, revision, following, reason }: CallInput<'bookings.cancel'>,
): Promise<BookingView> {
  const { actor, now } = context;
  await requirePassed(context, [reason]);
  await change(context, async (transaction) => {
    const books = openBooks(transaction);
    const first = found(await bookings.byId(transaction, id));
    enforce(maySee(actor, now, first) ?? mayCancel(actor, now, first));
    requireRevision(first, revision);
    const byOffice = first.personId !== actor.personId;
    if (byOffice && !reason)
      throw new Refusal('INVALID_INPUT', { reason: '请写明取消的原因，预约的人会看到' });
    const rows = following ? await bookings.ofGroup(transaction, first.groupId) : [];
    const messages: MessageIntent[] = [];
    const going = await all(context, books, first, rows);
    for (const booking of going) {
      messages.push(...(await release(books, booking, { state: 'cancelled', reason: reason || null }, now)));
      if (byOffice) messages.push(toBooker({ ...booking, reason }, 'cancelled'));
    }
    await books.write(transaction);
    const facts = { bookings: going.map(({ _id }) => _id), byOffice };
    return { subject: { kind: 'booking', id }, path: first.path, facts, messages };
  });
  return presentById(context, id);
}
