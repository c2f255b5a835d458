import type { Page } from '@contract/envelope';
import type { Reader, Transaction } from '../../kernel/database';
import { idOf } from '../../kernel/ids';
import { pageOf } from '../../kernel/page';
import { store } from '../../kernel/reader';
import type { RepairDocument } from './documents';

const REPAIRS_PAGE = 20;

export const repairs = {
  /** A proposal becomes one case (URG-6). */
  idOfProposal: (proposalId: string) => idOf('repair', proposalId),
  byId: (reader: Reader, id: string) => reader.get<RepairDocument>('repairs', id),
  insert: (transaction: Transaction, repair: RepairDocument) => transaction.insert('repairs', repair),
  put: (transaction: Transaction, repair: RepairDocument) => transaction.put('repairs', repair),
  /** Cases of a place at one step, those that wait longest first. */
  atStage: (placeId: string, stage: RepairDocument['stage'], limit: number) =>
    store.find<RepairDocument>('repairs', { path: placeId, stage }, { order: [['createdAt', 'asc']], limit }),
  /** One page of a place and all that lies in it, latest first. */
  inPlace(placeId: string, cursor: string | null | undefined): Promise<Page<RepairDocument>> {
    const order = { by: 'createdAt', direction: 'desc', limit: REPAIRS_PAGE } as const;
    return pageOf<RepairDocument>('repairs', { path: placeId }, order, cursor);
  },
};
