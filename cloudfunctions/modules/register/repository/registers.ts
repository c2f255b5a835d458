import { _ } from '../../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../../kernel/database';
import type { PlaceDocument } from '../../members/documents';
import type { RegisterDocument } from '../documents';

const MOST = 100;

/** A register that nothing was imported into; its first change writes it. */
function untouched({ _id, path }: PlaceDocument): RegisterDocument {
  return { _id, path, currentId: null, applying: false, applied: 0, movedAt: 0, revision: 0 };
}

export const registers = {
  async of(reader: Reader, root: PlaceDocument): Promise<RegisterDocument> {
    return (await reader.get<RegisterDocument>('registers', root._id)) ?? untouched(root);
  },

  byId: (reader: Reader, id: string) => reader.get<RegisterDocument>('registers', id),

  /** Those whose homes lie in the place, and the one that the place lies in. */
  async touching(reader: Reader, { placeId, path }: { placeId: string; path: readonly string[] }) {
    const below = await reader.find<RegisterDocument>('registers', { path: placeId }, { limit: MOST });
    const above = path.filter((id) => id !== placeId);
    const over =
      above.length === 0
        ? []
        : await reader.find<RegisterDocument>('registers', { _id: _.in(above) }, { limit: MOST });
    return [...below, ...over];
  },

  put: (transaction: Transaction, register: RegisterDocument) => transaction.put('registers', register),

  /** Further batches of the version are done; false where somebody else was faster. */
  advance: (
    _id: string,
    currentId: string,
    { from, to, movedAt }: { from: number; to: number; movedAt: number },
  ) =>
    store.updateWhere(
      'registers',
      { _id, currentId, applying: true, applied: from },
      { applied: to, movedAt },
    ),

  /** Some that were left while a version was being applied. */
  left: (before: number, limit: number) =>
    store.find<RegisterDocument>('registers', { applying: true, movedAt: _.lt(before) }, { limit }),
};
