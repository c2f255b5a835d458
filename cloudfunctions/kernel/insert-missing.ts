import type { CollectionName } from '../../config/collections';
import { _ } from './cloud';
import { type Stored, store } from './database';
import { isDuplicateKey } from './failures';

/** Somebody else may be writing the same documents; they end, and then all are there. */
const ROUNDS = 5;

/** Inserts what is not there yet: the ids are made of the content, so that a document that is there is the same. */
export async function insertMissing<T extends Stored>(
  collection: CollectionName,
  documents: readonly T[],
): Promise<void> {
  let missing = [...documents];
  for (let round = 1; missing.length > 0; round += 1) {
    try {
      return await store.insert(collection, missing);
    } catch (error) {
      if (!isDuplicateKey(error) || round === ROUNDS) throw error;
    }
    const ids = missing.map(({ _id }) => _id);
    // Only which are there: what they hold is the same, and may be more than an answer.
    const where = { _id: _.in(ids) };
    const rows = await store.find<Stored>(collection, where, { limit: ids.length, fields: ['_id'] });
    const there = new Set(rows.map(({ _id }) => _id));
    missing = missing.filter(({ _id }) => !there.has(_id));
  }
}
