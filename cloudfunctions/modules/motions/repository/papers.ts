import type { PaperState } from '@contract/motions';
import { byIds } from '../../../kernel/by-ids';
import { _ } from '../../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../../kernel/database';
import { idOf } from '../../../kernel/ids';
import { pageOf } from '../../../kernel/page';
import type { PaperDocument } from '../documents';

const PAGE = 20;

export const papers = {
  /** All papers of a voter lie in one document, because its id follows from motion and voter (PAP-4). */
  idOf: (motionId: string, entryId: string) => idOf('paper', motionId, entryId),

  byId: (reader: Reader, id: string) => reader.get<PaperDocument>('papers', id),
  insert: (transaction: Transaction, paper: PaperDocument) => transaction.insert('papers', paper),
  put: (transaction: Transaction, paper: PaperDocument) => transaction.put('papers', paper),

  byIds: (ids: readonly string[]) => byIds<PaperDocument>(store, 'papers', ids),

  ofMotion: (motionId: string) => store.findAll<PaperDocument>('papers', { motionId }),

  /** One page of a motion's papers in these states, by the time that they were registered. */
  page: (
    motionId: string,
    states: readonly PaperState[],
    direction: 'asc' | 'desc',
    cursor: string | null | undefined,
  ) =>
    pageOf<PaperDocument>(
      'papers',
      { motionId, state: _.in([...states]) },
      { by: 'registeredAt', direction, limit: PAGE },
      cursor,
    ),
};
