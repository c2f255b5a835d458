import { _ } from '../../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../../kernel/database';
import type { CountPartDocument, CountSealDocument } from '../seal/documents';
import { insertMissing } from '../../../kernel/insert-missing';

/** Parts read in one request: an answer of the database stays in the low megabytes. */
const READ_AT_ONCE = 20;

export const countSeals = {
  byMotion: (reader: Reader, motionId: string) => reader.get<CountSealDocument>('count_seals', motionId),

  insert: (transaction: Transaction, seal: CountSealDocument) => transaction.insert('count_seals', seal),
};

export const countParts = {
  byId: (reader: Reader, id: string) => reader.get<CountPartDocument>('count_parts', id),

  /** One part a request. Broken off and begun again it goes on where it was; nothing refers to them before the seal does. */
  async write(parts: readonly CountPartDocument[]): Promise<void> {
    for (const part of parts) await insertMissing('count_parts', [part]);
  },

  /** Rows of these parts, in their order. Throws where one is missing: a bundle is whole or there is none. */
  async rows(ids: readonly string[]): Promise<string[]> {
    const rows: string[] = [];
    for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
      const some = ids.slice(from, from + READ_AT_ONCE);
      const found = await store.find<CountPartDocument>(
        'count_parts',
        { _id: _.in(some) },
        { limit: some.length },
      );
      const byId = new Map(found.map((part) => [part._id, part.rows]));
      for (const id of some) {
        const part = byId.get(id);
        if (!part) throw new Error(`part ${id} of a seal is missing`);
        rows.push(...part);
      }
    }
    return rows;
  },
};
