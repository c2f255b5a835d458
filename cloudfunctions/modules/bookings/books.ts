import type { Reader, Transaction } from '../../kernel/database';
import type { PersonDocument } from '../../kernel/person';
import { found } from '../../kernel/refusal';
import { persons } from '../members/repository';
import type { RoomDocument } from '../rooms/documents';
import { rooms } from '../rooms/repository';
import type { BookingDocument, QuotaDocument, RoomDayDocument } from './documents';
import { bookings, quotas, roomDays } from './repository';
import { monthOf } from './rules/time';

/**
 * The documents of one command on bookings, each read once and written once: what one step takes the next one sees. Rooms that were
 * occupied count it, so that a change of their hours and a booking meet (ROOM-6).
 */
export interface Books {
  room(id: string): Promise<RoomDocument>;
  day(roomId: string, on: string): Promise<RoomDayDocument>;
  /** Reads several days of a room in one request. */
  ahead(roomId: string, days: readonly string[]): Promise<void>;
  quota(roomId: string, homeId: string, on: string): Promise<QuotaDocument>;
  booking(id: string): Promise<BookingDocument>;
  person(id: string): Promise<PersonDocument | null>;
  occupied(room: RoomDocument): void;
  keepDay(day: RoomDayDocument): void;
  keepQuota(quota: QuotaDocument): void;
  keepBooking(booking: BookingDocument): void;
  /** Writes what was kept, one document after another. */
  write(transaction: Transaction): Promise<void>;
}

/** Documents of one kind, with those that are to be written. */
class Shelf<T extends { _id: string }> {
  readonly #known = new Map<string, T>();
  readonly #changed = new Set<string>();

  async read(id: string, fetch: () => Promise<T>): Promise<T> {
    const known = this.#known.get(id) ?? (await fetch());
    this.#known.set(id, known);
    return known;
  }

  note(document: T): void {
    if (!this.#known.has(document._id)) this.#known.set(document._id, document);
  }

  keep(document: T): void {
    this.#known.set(document._id, document);
    this.#changed.add(document._id);
  }

  changed(): T[] {
    return [...this.#known.values()].filter(({ _id }) => this.#changed.has(_id));
  }
}

const emptyDay = (roomId: string, on: string): RoomDayDocument => ({
  ...{ _id: roomDays.idOf(roomId, on), roomId, on, slots: [], waits: [] },
});

function quotaOf(reader: Reader, roomId: string, homeId: string, month: string): Promise<QuotaDocument> {
  const _id = quotas.idOf(roomId, homeId, month);
  return quotas.byId(reader, _id).then((row) => row ?? { _id, roomId, homeId, month, bookingIds: [] });
}

/** @param reader the transaction; or the database, to ask beforehand what a transaction would refuse */
export function openBooks(reader: Reader): Books {
  const kept = {
    rooms: new Shelf<RoomDocument>(),
    days: new Shelf<RoomDayDocument>(),
    quotas: new Shelf<QuotaDocument>(),
    bookings: new Shelf<BookingDocument>(),
  };
  return {
    room: (id) => kept.rooms.read(id, async () => found(await rooms.byId(reader, id))),
    day: (roomId, on) => {
      const id = roomDays.idOf(roomId, on);
      return kept.days.read(id, async () => (await roomDays.byId(reader, id)) ?? emptyDay(roomId, on));
    },
    async ahead(roomId, days) {
      const rows = new Map((await roomDays.of(reader, [roomId], days)).map((row) => [row.on, row]));
      for (const on of days) kept.days.note(rows.get(on) ?? emptyDay(roomId, on));
    },
    quota: (roomId, homeId, on) =>
      kept.quotas.read(quotas.idOf(roomId, homeId, monthOf(on)), () =>
        quotaOf(reader, roomId, homeId, monthOf(on)),
      ),
    booking: (id) => kept.bookings.read(id, async () => found(await bookings.byId(reader, id))),
    person: (id) => persons.byId(reader, id),
    occupied: (room) => kept.rooms.keep({ ...room, occupations: room.occupations + 1 }),
    keepDay: (day) => kept.days.keep(day),
    keepQuota: (quota) => kept.quotas.keep(quota),
    keepBooking: (booking) => kept.bookings.keep(booking),
    async write(transaction) {
      for (const room of kept.rooms.changed()) await rooms.put(transaction, room);
      for (const day of kept.days.changed()) await roomDays.put(transaction, day);
      for (const quota of kept.quotas.changed()) await quotas.put(transaction, quota);
      for (const booking of kept.bookings.changed()) await bookings.put(transaction, booking);
    },
  };
}
