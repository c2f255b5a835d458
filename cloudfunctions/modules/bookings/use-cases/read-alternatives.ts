import type { Alternatives } from '@contract/bookings';
import type { CallInput } from '@contract/calls';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { addDays, dayOf } from '../../motions/rules/days';
import type { RoomDocument } from '../../rooms/documents';
import { mayBook } from '../../rooms/policy';
import { rooms } from '../../rooms/repository';
import { openOn } from '../../rooms/rules/hours';
import { useRefusal } from '../asking';
import type { BookingDocument, RoomDayDocument } from '../documents';
import { maySee } from '../policy';
import { bookings, roomDays } from '../repository';
import { nearestFree } from '../rules/alternatives';
import { inTheWay } from '../rules/overlap';
import { bookableOn, timeRefusal } from '../rules/time';

const DAYS = 14;
const SHOWN = 5;

const onDay = (rows: readonly RoomDayDocument[], roomId: string, on: string) =>
  rows.find((row) => row.roomId === roomId && row.on === on)?.slots ?? [];

/** The next days' free times of the same length in the same room. */
async function otherTimes({ now }: Context, room: RoomDocument, booking: BookingDocument) {
  const first = booking.on > dayOf(now) ? booking.on : dayOf(now);
  const days = Array.from({ length: DAYS }, (_, n) => addDays(first, n));
  const rows = await roomDays.of(store, [room._id], days);
  const { step, buffer } = room.rules;
  const times = days.flatMap((on) => {
    const taken = onDay(rows, room._id, on);
    const bookable = bookableOn(room.rules, now, on);
    const free = nearestFree(
      { open: openOn(room.hours, on).periods, bookable, taken, step, buffer },
      booking,
    );
    return free ? [{ roomId: room._id, on, ...free }] : [];
  });
  return times.slice(0, SHOWN);
}

/** Other rooms of the same venue, then of the place, that are free at the same time and fit. */
async function otherRooms({ actor, now }: Context, room: RoomDocument, booking: BookingDocument) {
  const all = await rooms.inPlace(store, room.placeId, 50);
  const fitting = all.filter(
    (one) =>
      one._id !== room._id &&
      mayBook(actor, now, one) === null &&
      useRefusal(one, booking) === null &&
      timeRefusal(one, now, booking) === null,
  );
  const ids = fitting.map(({ _id }) => _id);
  const rows = ids.length > 0 ? await roomDays.of(store, ids, [booking.on]) : [];
  const { on, from, to, venueId } = booking;
  const free = fitting.filter(
    ({ _id, rules: { buffer } }) => inTheWay(onDay(rows, _id, on), { from, to, buffer }).length === 0,
  );
  const near = free.sort((a, b) => Number(b.venueId === venueId) - Number(a.venueId === venueId));
  return near.slice(0, SHOWN).map(({ _id: roomId, name: roomName, venueName }) => {
    return { roomId, roomName, venueName, on, from, to };
  });
}

/** Where else a booking could go, as it is free at this moment; nothing is held by reading it (BOOK-12). */
export async function readAlternatives(
  context: Context,
  { id }: CallInput<'bookings.alternatives'>,
): Promise<Alternatives> {
  const booking = found(await bookings.byId(store, id));
  enforce(maySee(context.actor, context.now, booking));
  const room = found(await rooms.byId(store, booking.roomId));
  return {
    otherRooms: await otherRooms(context, room, booking),
    otherTimes: await otherTimes(context, room, booking),
  };
}
