import { _ } from '../../kernel/cloud';
import { store } from '../../kernel/database';
import { isDuplicateKey } from '../../kernel/failures';
import type { DocumentFile } from './documents';

export const documentFiles = {
  byId: (id: string) => store.get<DocumentFile>('document_files', id),

  /** False where the same command has put its file down already. */
  async insert(file: DocumentFile): Promise<boolean> {
    try {
      await store.insert('document_files', file);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  },

  /** Its file lies there now. */
  lies: (_id: string, fileId: string) => store.updateWhere('document_files', { _id }, { fileId }),

  /** Files whose time is over, the oldest first. */
  over: (now: number, limit: number) =>
    store.find<DocumentFile>('document_files', { until: _.lte(now) }, { order: [['until', 'asc']], limit }),

  removeAll: (ids: readonly string[]) => store.removeAll('document_files', ids),
};
