import type { BookingView } from '@contract/bookings';
import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { enforce, found } from '../../kernel/refusal';
import { persons } from '../members/repository';
import { KEEPERS } from '../rooms/policy';
import { maySee } from './policy';
import { bookings } from './repository';
import { bookingView } from './views';

/** @throws Refusal NOT_FOUND for whoever neither booked it nor keeps the room */
export async function presentById({ actor, now }: Context, id: string): Promise<BookingView> {
  const booking = found(await bookings.byId(store, id));
  enforce(maySee(actor, now, booking));
  return bookingView(actor, now, booking);
}

/** Who answers for a place: the ids of those that hold such an office now. */
export async function keepersOf(path: readonly string[], now: number): Promise<string[]> {
  const holders = await persons.over(store, path, KEEPERS, now);
  return [...new Set(holders.map(({ person }) => person._id))];
}
