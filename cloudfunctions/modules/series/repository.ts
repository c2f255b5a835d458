import { _ } from '../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../kernel/database';
import { idOf } from '../../kernel/ids';
import type { SeriesDocument, SessionDocument } from './documents';

/** Series of a place; more than any has. */
const LISTED = 50;

export const series = {
  byId: (reader: Reader, id: string) => reader.get<SeriesDocument>('meeting_series', id),

  put: (transaction: Transaction, one: SeriesDocument) => transaction.put('meeting_series', one),

  /** Those of the places on a path, the latest first. */
  at: (path: readonly string[]) =>
    store.find<SeriesDocument>(
      'meeting_series',
      { placeId: _.in([...path]) },
      { order: [['createdAt', 'desc']], limit: LISTED },
    ),

  /** Those of a place and all that lies in it, the latest first. */
  within: (placeId: string) =>
    store.find<SeriesDocument>(
      'meeting_series',
      { path: placeId },
      { order: [['createdAt', 'desc']], limit: LISTED },
    ),

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
