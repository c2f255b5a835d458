import { _ } from '../../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../../kernel/database';
import type { LetterboxCodeDocument } from '../documents';

export const letterboxCodes = {
  ofHomes: (homeIds: readonly string[]) =>
    store.find<LetterboxCodeDocument>('letterbox_codes', { _id: _.in([...homeIds]) }, { limit: 100 }),

  /** The home's current code with this hash, or null. */
  async byHash(reader: Reader, hash: string): Promise<LetterboxCodeDocument | null> {
    const rows = await reader.find<LetterboxCodeDocument>('letterbox_codes', { hash }, { limit: 1 });
    return rows[0] ?? null;
  },

  put: (transaction: Transaction, code: LetterboxCodeDocument) => transaction.put('letterbox_codes', code),
};
