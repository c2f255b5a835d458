import { _ } from '../../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../../kernel/database';
import { idOf } from '../../../kernel/ids';
import type { ClaimDocument } from '../documents';

export const claims = {
  /** One document for a person and a home, so that only one claim can be pending (MEM-13). */
  idFor: (personId: string, homeId: string) => idOf('claim', personId, homeId),

  byId: (reader: Reader, id: string) => reader.get<ClaimDocument>('claims', id),

  /** The person's latest claims, newest first. */
  ofPerson: (personId: string, limit: number) =>
    store.find<ClaimDocument>('claims', { personId }, { order: [['createdAt', 'desc']], limit }),

  /** One page of the claims of homes in a place, oldest first. */
  async inPlace(
    placeId: string,
    state: ClaimDocument['state'],
    after: number | null,
    limit: number,
  ): Promise<ClaimDocument[]> {
    const from = { path: placeId, state };
    const where = after === null ? from : { ...from, createdAt: _.gt(after) };
    return store.find<ClaimDocument>('claims', where, { order: [['createdAt', 'asc']], limit });
  },

  put: (transaction: Transaction, claim: ClaimDocument) => transaction.put('claims', claim),
};
