import { byIds } from '../../kernel/by-ids';
import { _ } from '../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../kernel/database';
import { idOf } from '../../kernel/ids';
import { pageOf, pageInTurn } from '../../kernel/page';
import type { BookingDocument, QuotaDocument, RoomDayDocument } from './documents';

const PAGE = 20;
/** Of one command, or of one room's coming days. */
const GROUP = 12;
const DAYS = 400;
const LEFT_AT_ONCE = 200;

export const roomDays = {
  idOf: (roomId: string, on: string) => idOf('room-day', roomId, on),

  byId: (reader: Reader, id: string) => reader.get<RoomDayDocument>('room_days', id),

  put: (transaction: Transaction, day: RoomDayDocument) => transaction.put('room_days', day),

  /** Those days of these rooms on which something is, in no order: one request. */
  of: (reader: Pick<Reader, 'find'>, roomIds: readonly string[], days: readonly string[]) =>
    byIds<RoomDayDocument>(
      reader,
      'room_days',
      roomIds.flatMap((roomId) => days.map((on) => roomDays.idOf(roomId, on))),
    ),

  /** All days of a room from this one on. */
  from: (reader: Reader, roomId: string, on: string) =>
    reader.find<RoomDayDocument>(
      'room_days',
      { roomId, on: _.gte(on) },
      { order: [['on', 'asc']], limit: DAYS },
    ),
};

export const quotas = {
  idOf: (roomId: string, homeId: string, month: string) => idOf('quota', roomId, homeId, month),

  byId: (reader: Reader, id: string) => reader.get<QuotaDocument>('booking_quotas', id),

  put: (transaction: Transaction, quota: QuotaDocument) => transaction.put('booking_quotas', quota),

  /** Those of the ids that are there. */
  ofIds: (ids: readonly string[]) => byIds<QuotaDocument>(store, 'booking_quotas', ids),
};

export const bookings = {
  byId: (reader: Reader, id: string) => reader.get<BookingDocument>('bookings', id),

  /** Those of the ids that are there, in no order. */
  ofIds: (reader: Pick<Reader, 'find'>, ids: readonly string[]) =>
    byIds<BookingDocument>(reader, 'bookings', ids),

  put: (transaction: Transaction, booking: BookingDocument) => transaction.put('bookings', booking),

  /** What one command booked, by its days. */
  ofGroup: (reader: Reader, groupId: string) =>
    reader.find<BookingDocument>('bookings', { groupId }, { order: [['number', 'asc']], limit: GROUP }),

  /** A person's that are not over, the next first; or all of them, the latest first. */
  ofPerson(
    personId: string,
    endsAfter: number | null,
    cursor: string | null | undefined,
    shown: (booking: BookingDocument) => boolean,
  ) {
    const where = endsAfter === null ? { personId } : { personId, endsAt: _.gt(endsAfter) };
    const direction = endsAfter === null ? 'desc' : 'asc';
    return pageInTurn<BookingDocument>(
      'bookings',
      [where],
      { by: 'endsAt', direction, limit: PAGE },
      cursor,
      shown,
    );
  },

  /** Those of a person that still carry another name than this one, some at a time: for whoever leaves. */
  named: (personId: string, name: string) =>
    store.find<BookingDocument>(
      'bookings',
      { personId, personName: _.neq(name) },
      { order: [['endsAt', 'asc']], limit: LEFT_AT_ONCE },
    ),

  /** Requests in a place and all that lies in it, the one that falls first at the top. */
  waitingIn: (placeId: string, cursor: string | null | undefined) =>
    pageOf<BookingDocument>(
      'bookings',
      { path: placeId, state: 'pending' },
      { by: 'heldUntil', direction: 'asc', limit: PAGE },
      cursor,
    ),

  /** Those that the timer has something to do with by the instant, the longest waiting first. */
  due: (at: number, limit: number) =>
    store.find<BookingDocument>('bookings', { dueAt: _.lte(at) }, { order: [['dueAt', 'asc']], limit }),
};
