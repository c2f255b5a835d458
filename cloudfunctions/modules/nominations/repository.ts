import { type Reader, store, type Transaction } from '../../kernel/database';
import { idOf } from '../../kernel/ids';
import { pageOf } from '../../kernel/page';
import type { NominationDocument, RoundDocument } from './documents';

const ROUNDS_PAGE = 20;
const SAME_CODE = 10;

export const rounds = {
  byId: (reader: Reader, id: string) => reader.get<RoundDocument>('nomination_rounds', id),
  put: (transaction: Transaction, round: RoundDocument) => transaction.put('nomination_rounds', round),
  inPlace: (placeId: string, cursor: string | null | undefined) =>
    pageOf<RoundDocument>(
      'nomination_rounds',
      { path: placeId },
      { by: 'createdAt', direction: 'desc', limit: ROUNDS_PAGE },
      cursor,
    ),
};

export const nominations = {
  idOf: (roundId: string, personId: string, n: number) => idOf('nomination', roundId, personId, String(n)),
  byId: (reader: Reader, id: string) => reader.get<NominationDocument>('nominations', id),
  ofRound: (roundId: string) => store.findAll<NominationDocument>('nominations', { roundId }),
  ofNominator: (reader: Reader, roundId: string, nominatorId: string, limit: number) =>
    reader.find<NominationDocument>('nominations', { roundId, nominatorId }, { limit }),
  /** Eight digits can be those of several; who is asked is told apart by their place. */
  byCode: (code: string) => store.find<NominationDocument>('nominations', { code }, { limit: SAME_CODE }),
  /** Agreed, and waiting for an office, in a place and all that lies in it. */
  agreedIn: (placeId: string, limit: number) =>
    store.find<NominationDocument>(
      'nominations',
      { path: placeId, state: 'agreed' },
      { order: [['at', 'asc']], limit },
    ),
  insert: (transaction: Transaction, nomination: NominationDocument) =>
    transaction.insert('nominations', nomination),
  put: (transaction: Transaction, nomination: NominationDocument) =>
    transaction.put('nominations', nomination),
};
