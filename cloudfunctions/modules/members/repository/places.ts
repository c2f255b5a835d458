import { DEFAULT_PROFILE, type LocalProfile } from '@contract/profile';
import { _ } from '../../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../../kernel/database';
import type { PlaceDocument } from '../documents';

/** Children of a place that one answer shows; a street has fewer. */
const CHILDREN_LIMIT = 500;

async function byIds(reader: Reader, ids: readonly string[]): Promise<PlaceDocument[]> {
  if (ids.length === 0) return [];
  const wanted = [...new Set(ids)];
  return reader.find<PlaceDocument>(
    'places',
    { _id: _.in(wanted) },
    { limit: Math.min(wanted.length, 1000) },
  );
}

export const places = {
  byId: (reader: Reader, id: string) => reader.get<PlaceDocument>('places', id),

  /** Those of the ids (at most 1,000) that are places, in no order. */
  byIds,

  /** The places on a path, from the city down; a home's id on it is passed over. */
  async onPath(reader: Reader, path: readonly string[]): Promise<PlaceDocument[]> {
    const rows = await byIds(reader, path);
    return rows.sort((a, b) => a.path.length - b.path.length);
  },

  /** The local profile of the nearest place on the path that has one, else the default (PATH-9). */
  async profileFor(reader: Reader, path: readonly string[]): Promise<LocalProfile> {
    const upwards = (await places.onPath(reader, path)).reverse();
    return upwards.find((place) => place.profile !== null)?.profile ?? DEFAULT_PROFILE;
  },

  children: (parentId: string | null) =>
    store.find<PlaceDocument>(
      'places',
      { parentId },
      {
        order: [
          ['sort', 'asc'],
          ['_id', 'asc'],
        ],
        limit: CHILDREN_LIMIT,
      },
    ),

  put: (transaction: Transaction, place: PlaceDocument) => transaction.put('places', place),
};
