import { _ } from '../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../kernel/database';
import { idOf } from '../../kernel/ids';
import type { ResolutionDocument } from './documents';

export const RESOLUTIONS_PAGE = 20;

export const resolutions = {
  idOf: (motionId: string) => idOf('resolution', motionId),
  byId: (reader: Reader, id: string) => reader.get<ResolutionDocument>('resolutions', id),
  put: (transaction: Transaction, resolution: ResolutionDocument) =>
    transaction.put('resolutions', resolution),
  inPlace: (placeId: string, before: number | null) =>
    store.find<ResolutionDocument>(
      'resolutions',
      before === null ? { path: placeId } : { path: placeId, publishedAt: _.lt(before) },
      { order: [['publishedAt', 'desc']], limit: RESOLUTIONS_PAGE },
    ),
  /** Finished work whose author has been asked and has not answered. */
  asked: (limit: number) =>
    store.find<ResolutionDocument>('resolutions', { stage: 'done' }, { order: [['silentOn', 'asc']], limit }),
};
