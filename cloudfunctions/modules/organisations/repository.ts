import { _ } from '../../kernel/cloud';
import type { Reader, Transaction } from '../../kernel/database';
import { pageInTurn } from '../../kernel/page';
import type { OrganisationDocument } from './documents';

const PAGE = 50;

export const organisations = {
  byId: (reader: Reader, id: string) => reader.get<OrganisationDocument>('organisations', id),

  put: (transaction: Transaction, one: OrganisationDocument) => transaction.put('organisations', one),

  /** Those of a place and all that lies in it, then those of the places around it; in the order in which they were listed. */
  pageAround(path: readonly string[], cursor: string | null | undefined) {
    const around = path.slice(0, -1);
    const parts = [{ path: path.at(-1) ?? '' }, { placeId: _.in(around) }];
    return pageInTurn<OrganisationDocument>(
      'organisations',
      parts.slice(0, around.length > 0 ? 2 : 1).map((where) => ({ ...where, removedAt: null })),
      { by: 'createdAt', direction: 'asc', limit: PAGE },
      cursor,
    );
  },
};
