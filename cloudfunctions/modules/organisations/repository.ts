import { _ } from '../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../kernel/database';
import type { OrganisationDocument } from './documents';

/** Of one community; more than any lists. */
const LISTED = 200;

export const organisations = {
  byId: (reader: Reader, id: string) => reader.get<OrganisationDocument>('organisations', id),

  put: (transaction: Transaction, one: OrganisationDocument) => transaction.put('organisations', one),

  /** Those of the places on a path. */
  at: (path: readonly string[]) =>
    store.find<OrganisationDocument>(
      'organisations',
      { placeId: _.in([...path]), removedAt: null },
      { order: [['createdAt', 'asc']], limit: LISTED },
    ),

  /** Those of a place and all that lies in it. */
  within: (placeId: string) =>
    store.find<OrganisationDocument>(
      'organisations',
      { path: placeId, removedAt: null },
      { order: [['createdAt', 'asc']], limit: LISTED },
    ),
};
