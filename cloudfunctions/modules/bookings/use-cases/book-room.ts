import type { Booked } from '@contract/bookings';
import type { CallInput } from '@contract/calls';
import { carriedOut, change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, newId } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import type { RoomDocument } from '../../rooms/documents';
import { rooms } from '../../rooms/repository';
import { askDays, type Booker, bookerOf, type DayAsked, newBooking, standing, useRefusal } from '../asking';
import { type Books, openBooks } from '../books';
import type { BookingDocument } from '../documents';
import { occupy } from '../occupying';
import { keepersOf } from '../present';
import { bookings } from '../repository';
import { weekly } from '../rules/time';
import { reasonWords } from '../rules/words';
import { toOffices } from '../told';
import { bookingView } from '../views';

type Input = CallInput<'bookings.book'>;

const wordsOf = ({ on, denial }: DayAsked) => ({ on, words: denial ? reasonWords(denial) : '' });

/** The days that are booked; throws where one cannot be, unless the others are wanted all the same (BOOK-5). */
function chosen(
  asked: readonly DayAsked[],
  { skipConflicts }: Input,
): { days: string[]; skipped: DayAsked[] } {
  const skipped = asked.filter(({ denial }) => denial !== null);
  const days = asked.filter(({ denial }) => denial === null).map(({ on }) => on);
  const [first] = skipped;
  if (first?.denial && asked.length === 1) throw new Refusal(first.denial);
  if (skipped.length > 0 && (days.length === 0 || !skipConflicts)) {
    throw new Refusal(
      'BOOKING_CONFLICTS',
      Object.fromEntries(skipped.map((day) => [day.on, wordsOf(day).words])),
    );
  }
  return { days, skipped };
}

/** Asks all that could forbid it, of the documents as this reader sees them. */
async function ask(context: Context, books: Books, input: Input) {
  const room = await books.room(input.roomId);
  const booker = bookerOf(context, room, input.homeId);
  enforce(useRefusal(room, input));
  if (input.repeats > room.rules.repeatsMost) throw new Refusal('BOOKING_REPEATS');
  const { homeId } = booker;
  const days = weekly(input.on, input.repeats);
  const asked = await askDays(books, room, context.now, { homeId, days, from: input.from, to: input.to });
  return { room, booker, ...chosen(asked, input) };
}

/** Puts each day down; gives them in their order. */
async function take(
  context: Context,
  books: Books,
  input: Input,
  {
    room,
    booker,
    days,
    skipped,
  }: { room: RoomDocument; booker: Booker; days: string[]; skipped: DayAsked[] },
): Promise<BookingDocument[]> {
  const taken: BookingDocument[] = [];
  for (const [n, on] of days.entries()) {
    const fresh = newBooking(context, room, booker, input, { on, n, of: days.length });
    const left = n === 0 ? skipped.map(wordsOf) : [];
    const booking = { ...fresh, ...standing(room, context.now, booker.keeper, fresh), skipped: left };
    await occupy(books, room, booking);
    taken.push(booking);
  }
  return taken;
}

async function present({ actor, now }: Context, groupId: string): Promise<Booked> {
  const rows = await bookings.ofGroup(store, groupId);
  return {
    bookings: rows.map((row) => bookingView(actor, now, row)),
    skipped: rows.flatMap(({ skipped }) => skipped),
  };
}

/**
 * Books a room for one day or for several weeks in a row, all in one transaction (BOOK-2, BOOK-5). What is taken already is refused before
 * a transaction is opened: of two hundred who press at once most never touch the documents that the first one writes.
 */
export async function bookRoom(context: Context, input: Input): Promise<Booked> {
  const before = found(await rooms.byId(store, input.roomId));
  if (!(await carriedOut(context))) await ask(context, openBooks(store), input);
  await requirePassed(context, [input.note]);
  const officers = before.rules.approvalHours === null ? [] : await keepersOf(before.path, context.now);
  await change(context, async (transaction) => {
    const books = openBooks(transaction);
    const asked = await ask(context, books, input);
    const taken = await take(context, books, input, asked);
    await books.write(transaction);
    const first = found(taken[0] ?? null);
    const asks = first.state === 'pending' ? toOffices(officers, first, 'asked') : [];
    const facts = { roomId: first.roomId, on: first.on, from: first.from, to: first.to, days: taken.length };
    return { subject: { kind: 'booking', id: first._id }, path: first.path, facts, messages: asks };
  });
  return present(context, newId(context, 'bookings'));
}
