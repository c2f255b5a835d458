import { type Reader, store, type Transaction } from '../../../kernel/database';
import { idOf } from '../../../kernel/ids';
import { pageOf } from '../../../kernel/page';
import type { ClaimDocument } from '../documents';

const PAGE = 20;

export const claims = {
  /** One document for a person and a home, so that only one claim can be pending (MEM-13). */
  idFor: (personId: string, homeId: string) => idOf('claim', personId, homeId),

  byId: (reader: Reader, id: string) => reader.get<ClaimDocument>('claims', id),

  /** The person's latest claims, newest first. */
  ofPerson: (personId: string, limit: number) =>
    store.find<ClaimDocument>('claims', { personId }, { order: [['createdAt', 'desc']], limit }),

  /** One page of the claims of homes in a place, oldest first. */
  inPlace: (placeId: string, state: ClaimDocument['state'], cursor: string | null | undefined) =>
    pageOf<ClaimDocument>(
      'claims',
      { path: placeId, state },
      { by: 'createdAt', direction: 'asc', limit: PAGE },
      cursor,
    ),

  put: (transaction: Transaction, claim: ClaimDocument) => transaction.put('claims', claim),
};
