import { type Reader, store, type Transaction } from '../../kernel/database';
import { idOf } from '../../kernel/ids';
import type { CharterDocument, CharterDraftDocument, CharterVersionDocument } from './documents';

/** A place has a handful. */
const OF_PLACE = 50;
/** A community with all its estates. */
const WITHIN = 300;
/** Changes of one charter that one page shows; of a few decades. */
const DRAFTS = 50;

export const charters = {
  idOf: (placeId: string, kind: string, title: string) => idOf('charter', placeId, kind, title),
  byId: (reader: Reader, id: string) => reader.get<CharterDocument>('charters', id),
  /** Of these very places. */
  at: (placeId: string) => store.find<CharterDocument>('charters', { placeId }, { limit: OF_PLACE }),
  /** Of a place and all that lies in it. */
  within: (placeId: string) => store.find<CharterDocument>('charters', { path: placeId }, { limit: WITHIN }),
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
  ofCharter: (charterId: string) =>
    store.find<CharterDraftDocument>(
      'charter_drafts',
      { charterId },
      { order: [['at', 'desc']], limit: DRAFTS },
    ),
  put: (transaction: Transaction, draft: CharterDraftDocument) => transaction.put('charter_drafts', draft),
};
