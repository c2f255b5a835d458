import { _ } from '../../../kernel/cloud';
import { store, type Transaction } from '../../../kernel/database';
import { idOf } from '../../../kernel/ids';
import { insertMissing } from '../../../kernel/insert-missing';
import type { LeftoverDocument, VersionDocument } from '../documents';

type Held = Pick<VersionDocument, '_id' | 'contentId'>;

const ofContent = ({ _id: versionId, contentId }: Held, at: number): LeftoverDocument => {
  return { _id: contentId, fileId: null, contentId, versionId, at };
};

export const leftovers = {
  idOfFile: (fileId: string) => idOf('register-leftover', fileId),

  async noteFile(fileId: string, at: number): Promise<void> {
    const nothing = { contentId: null, versionId: null };
    await insertMissing('register_leftovers', [{ _id: leftovers.idOfFile(fileId), fileId, ...nothing, at }]);
  },

  noteContent: (version: Held, at: number) => insertMissing('register_leftovers', [ofContent(version, at)]),

  putContent: (transaction: Transaction, version: Held, at: number) =>
    transaction.put('register_leftovers', ofContent(version, at)),

  /** Some that nobody came back for, the oldest first. */
  over: (before: number, limit: number) =>
    store.find<LeftoverDocument>(
      'register_leftovers',
      { at: _.lt(before) },
      { order: [['at', 'asc']], limit },
    ),

  settle: (ids: readonly string[]) => store.removeAll('register_leftovers', ids),
};
