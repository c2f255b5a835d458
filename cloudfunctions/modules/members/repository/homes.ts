import { byIds } from '../../../kernel/by-ids';
import { _ } from '../../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../../kernel/database';
import { idOf } from '../../../kernel/ids';
import type { HomeDocument } from '../documents';

export const homes = {
  /** A home is known by its place and label: recording it again finds it. */
  idFor: (placeId: string, label: string) => idOf('home', placeId, label),

  byId: (reader: Reader, id: string) => reader.get<HomeDocument>('homes', id),

  /** Those of the ids that are homes, in no order. */
  byIds: (reader: Reader, ids: readonly string[]) => byIds<HomeDocument>(reader, 'homes', ids),

  /** All homes that the register has in the place, at any depth; what is gone from it counts nowhere (REG-10). */
  async inPlace(placeId: string): Promise<HomeDocument[]> {
    const rows = await store.findAll<HomeDocument>('homes', { path: placeId });
    return rows.filter(({ goneAt }) => !goneAt);
  },

  /** One page of the homes that hang directly under the place, by label. */
  async underPlace(placeId: string, after: string | null, limit: number): Promise<HomeDocument[]> {
    const where = after === null ? { placeId } : { placeId, label: _.gt(after) };
    return store.find<HomeDocument>('homes', where, { order: [['label', 'asc']], limit });
  },

  put: (transaction: Transaction, home: HomeDocument) => transaction.put('homes', home),
};
