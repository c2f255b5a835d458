import type { Page } from '@contract/envelope';
import { _ } from '../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../kernel/database';
import { idOf } from '../../kernel/ids';
import { pageOf } from '../../kernel/page';
import type { OfficeHeld } from '../../kernel/person';
import type { ResolutionDocument } from './documents';

const RESOLUTIONS_PAGE = 20;
const FEW = 100;

export const resolutions = {
  idOf: (motionId: string) => idOf('resolution', motionId),
  byId: (reader: Reader, id: string) => reader.get<ResolutionDocument>('resolutions', id),
  put: (transaction: Transaction, resolution: ResolutionDocument) =>
    transaction.put('resolutions', resolution),
  /** One page of a place and all that lies in it, latest first. */
  inPlace(placeId: string, cursor: string | null | undefined): Promise<Page<ResolutionDocument>> {
    const order = { by: 'publishedAt', direction: 'desc', limit: RESOLUTIONS_PAGE } as const;
    return pageOf<ResolutionDocument>('resolutions', { path: placeId }, order, cursor);
  },
  /** All of one matter; a matter has a few votes at most. */
  ofProposal: (reader: Reader, proposalId: string) =>
    reader.find<ResolutionDocument>('resolutions', { proposalId }, { limit: FEW }),
  /** What was published until before this day and gave nobody anything to do. */
  over: (today: string, limit: number) =>
    store.find<ResolutionDocument>(
      'resolutions',
      { stage: 'publishing', publishedUntilOn: _.lt(today) },
      { order: [['publishedUntilOn', 'asc']], limit },
    ),
  /** The latest of these very places. */
  latestAt: (placeIds: readonly string[], limit: number) =>
    store.find<ResolutionDocument>(
      'resolutions',
      { placeId: _.in([...placeIds]) },
      { order: [['publishedAt', 'desc']], limit },
    ),
  /** Work in progress of which an open item is for this office. */
  workOf: ({ office, placeId }: Pick<OfficeHeld, 'office' | 'placeId'>, limit: number) => {
    const own = { state: 'open', 'responsible.office': office, 'responsible.placeId': placeId };
    return store.find<ResolutionDocument>(
      'resolutions',
      { 'items.responsible.placeId': placeId, stage: 'doing', items: _.elemMatch(own) },
      { limit },
    );
  },
  /** Work in progress in a place and all that lies in it, and what is published and gives nobody work yet. */
  workIn: (placeId: string, limit: number) =>
    store.find<ResolutionDocument>(
      'resolutions',
      { path: placeId, stage: _.in(['publishing', 'doing']) },
      { limit },
    ),
  /** Finished work whose author has been asked and has not answered. */
  asked: (limit: number) =>
    store.find<ResolutionDocument>('resolutions', { stage: 'done' }, { order: [['silentOn', 'asc']], limit }),
};
