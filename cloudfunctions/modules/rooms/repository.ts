import type { VenueKind } from '@contract/venues';
import { byIds } from '../../kernel/by-ids';
import { _ } from '../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../kernel/database';
import { pageInTurn } from '../../kernel/page';
import type { RoomDocument, VenueDocument } from './documents';

const PAGE = 20;
/** Rooms that one answer shows: a week of more is no grid (ROOM-5). */
export const ROOMS_SHOWN = 10;
/** Rooms of a venue; one that has more is two venues. */
export const ROOMS_MOST = ROOMS_SHOWN;

export const venues = {
  byId: (reader: Reader, id: string) => reader.get<VenueDocument>('venues', id),

  put: (transaction: Transaction, venue: VenueDocument) => transaction.put('venues', venue),

  /** Those of a place and all that lies in it, then of the places around it; the oldest first. */
  pageAround(
    path: readonly string[],
    kind: VenueKind | null,
    cursor: string | null | undefined,
    shown: (one: VenueDocument) => boolean,
  ) {
    const around = path.slice(0, -1);
    const where = [{ path: path.at(-1) ?? '' }, ...(around.length > 0 ? [{ placeId: _.in(around) }] : [])];
    const parts = where.map((one) => (kind === null ? one : { ...one, kind }));
    const order = { by: 'createdAt', direction: 'asc', limit: PAGE } as const;
    return pageInTurn<VenueDocument>('venues', parts, order, cursor, shown);
  },
};

const byName = { order: [['createdAt', 'asc']] } as const;

export const rooms = {
  byId: (reader: Reader, id: string) => reader.get<RoomDocument>('rooms', id),

  byIds: (reader: Reader, ids: readonly string[]) => byIds<RoomDocument>(reader, 'rooms', ids),

  put: (transaction: Transaction, room: RoomDocument) => transaction.put('rooms', room),

  /** The picture of this very code, kept so that it is drawn once. */
  keepQr: (id: string, code: string, doorQr: string) =>
    store.updateWhere('rooms', { _id: id, doorCode: code }, { doorQr }),

  /** In the order in which they were kept. */
  ofVenue: (reader: Reader, venueId: string, limit = ROOMS_MOST) =>
    reader.find<RoomDocument>('rooms', { venueId }, { ...byName, limit }),

  /** Those of a place and of all that lies in it. */
  inPlace: (reader: Reader, placeId: string, limit: number) =>
    reader.find<RoomDocument>('rooms', { path: placeId }, { ...byName, limit }),
};
