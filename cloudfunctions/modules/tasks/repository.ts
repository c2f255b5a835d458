import { _ } from '../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../kernel/database';
import { pageInTurn } from '../../kernel/page';
import type { TaskDocument } from './documents';

const PAGE = 30;

export const tasks = {
  byId: (reader: Reader, id: string) => reader.get<TaskDocument>('tasks', id),

  put: (transaction: Transaction, task: TaskDocument) => transaction.put('tasks', task),

  /** Those of a place, of all that lies in it, then of the places around it; what goes on before what has ended. */
  pageAround(path: readonly string[], cursor: string | null | undefined) {
    const around = path.slice(0, -1);
    const places = [{ path: path.at(-1) ?? '' }, { placeId: _.in(around) }].slice(
      0,
      around.length > 0 ? 2 : 1,
    );
    const parts = (['open', 'ended'] as const).flatMap((state) =>
      places.map((where) => ({ ...where, state })),
    );
    const order = { by: 'createdAt', direction: 'desc', limit: PAGE } as const;
    return pageInTurn<TaskDocument>('tasks', parts, order, cursor);
  },

  /** Those that ended and still have shifts to be cancelled. */
  sweeping: (limit: number) =>
    store.find<TaskDocument>('tasks', { sweeping: true }, { order: [['createdAt', 'asc']], limit }),
};
