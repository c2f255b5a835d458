import { _ } from '../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../kernel/database';
import { idOf } from '../../kernel/ids';
import { pageInTurn } from '../../kernel/page';
import type { CharterDocument, CharterDraftDocument, CharterVersionDocument } from './documents';

const PAGE = 20;
/** Changes of one charter that one page shows; of a few decades. */
export const DRAFTS = 50;

export const charters = {
  idOf: (placeId: string, kind: string, title: string) => idOf('charter', placeId, kind, title),
  byId: (reader: Reader, id: string) => reader.get<CharterDocument>('charters', id),
  /** Those of a place and all that lies in it, then those of the places around it; in the order in which they were recorded. */
  pageAround(
    path: readonly string[],
    cursor: string | null | undefined,
    shown: (charter: CharterDocument) => boolean,
  ) {
    const around = path.slice(0, -1);
    const parts = [{ path: path.at(-1) ?? '' }, { placeId: _.in(around) }];
    const order = { by: 'createdAt', direction: 'asc', limit: PAGE } as const;
    const wheres = parts.slice(0, around.length > 0 ? 2 : 1);
    return pageInTurn<CharterDocument>('charters', wheres, order, cursor, shown);
  },
  put: (transaction: Transaction, charter: CharterDocument) => transaction.put('charters', charter),
};

export const charterVersions = {
  idOf: (charterId: string, number: number) => idOf('charter-version', charterId, String(number)),
  byNumber: (reader: Reader, charterId: string, number: number) =>
    reader.get<CharterVersionDocument>('charter_versions', charterVersions.idOf(charterId, number)),
  insert: (transaction: Transaction, version: CharterVersionDocument) =>
    transaction.insert('charter_versions', version),
};

export const charterDrafts = {
  ofMotion: (reader: Reader, motionId: string) =>
    reader.get<CharterDraftDocument>('charter_drafts', motionId),
  /** The latest, and one more where there are more. */
  ofCharter: (charterId: string) =>
    store.find<CharterDraftDocument>(
      'charter_drafts',
      { charterId },
      { order: [['at', 'desc']], limit: DRAFTS + 1 },
    ),
  put: (transaction: Transaction, draft: CharterDraftDocument) => transaction.put('charter_drafts', draft),
};
