import { _ } from '../../kernel/cloud';
import type { Reader, Transaction } from '../../kernel/database';
import type { FormNamesDocument } from './documents';

export const formNames = {
  byId: (reader: Reader, communityId: string) => reader.get<FormNamesDocument>('meeting_forms', communityId),

  put: (transaction: Transaction, names: FormNamesDocument) => transaction.put('meeting_forms', names),

  /** What the community on a path named; null where it named nothing, or where there is none. */
  async onPath(reader: Reader, path: readonly string[]): Promise<FormNamesDocument | null> {
    const rows = await reader.find<FormNamesDocument>(
      'meeting_forms',
      { _id: _.in([...path]) },
      { limit: path.length },
    );
    return rows[0] ?? null;
  },
};
