import { _ } from '../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../kernel/database';
import { idOf } from '../../kernel/ids';
import { pageInTurn } from '../../kernel/page';
import type { SeriesDocument, SessionDocument } from './documents';

const PAGE = 20;

export const series = {
  byId: (reader: Reader, id: string) => reader.get<SeriesDocument>('meeting_series', id),

  put: (transaction: Transaction, one: SeriesDocument) => transaction.put('meeting_series', one),

  /** Those of a place and all that lies in it, then of the places around it, the latest first; what has ended after what goes on. */
  pageAround(
    path: readonly string[],
    cursor: string | null | undefined,
    shown: (one: SeriesDocument) => boolean,
  ) {
    const around = path.slice(0, -1);
    const places = [{ path: path.at(-1) ?? '' }, { placeId: _.in(around) }].slice(
      0,
      around.length > 0 ? 2 : 1,
    );
    const parts = (['active', 'ended'] as const).flatMap((state) =>
      places.map((where) => ({ ...where, state })),
    );
    const order = { by: 'createdAt', direction: 'desc', limit: PAGE } as const;
    return pageInTurn<SeriesDocument>('meeting_series', parts, order, cursor, shown);
  },

  /** Those whose next session is to be prepared by the instant, the longest waiting first. */
  due: (at: number, limit: number) =>
    store.find<SeriesDocument>(
      'meeting_series',
      { state: 'active', dueAt: _.lte(at) },
      { order: [['dueAt', 'asc']], limit },
    ),
};

export const sessions = {
  idOf: (seriesId: string, on: string) => idOf('session', seriesId, on),

  byId: (reader: Reader, id: string) => reader.get<SessionDocument>('series_sessions', id),

  put: (transaction: Transaction, session: SessionDocument) => transaction.put('series_sessions', session),

  insert: (transaction: Transaction, session: SessionDocument) =>
    transaction.insert('series_sessions', session),

  /** The latest of a series, newest first. */
  latest: (seriesId: string, limit: number) =>
    store.find<SessionDocument>('series_sessions', { seriesId }, { order: [['on', 'desc']], limit }),
};
