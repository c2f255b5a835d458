import { _ } from '../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../kernel/database';
import { idOf } from '../../kernel/ids';
import type { SurgeAnswerDocument, SurgeDocument } from './documents';

const LIST = 20;
const COMING = 200;

export const surges = {
  byId: (reader: Reader, id: string) => reader.get<SurgeDocument>('surges', id),

  put: (transaction: Transaction, surge: SurgeDocument) => transaction.put('surges', surge),

  /** Those of a place, within it and around it, asked since an instant, latest first. */
  async recent(path: readonly string[], since: number): Promise<SurgeDocument[]> {
    const options = { order: [['askedAt', 'desc']], limit: LIST } as const;
    const askedAt = _.gte(since);
    const around = path.slice(0, -1);
    const [within, above] = await Promise.all([
      store.find<SurgeDocument>('surges', { path: path.at(-1) ?? '', askedAt }, options),
      around.length === 0
        ? []
        : store.find<SurgeDocument>('surges', { placeId: _.in(around), askedAt }, options),
    ]);
    return [...within, ...above].sort((a, b) => b.askedAt - a.askedAt).slice(0, LIST);
  },

  /** Those that are open now at places on a path. */
  openAt: (placeIds: readonly string[], now: number) =>
    store.find<SurgeDocument>(
      'surges',
      { placeId: _.in([...placeIds]), closedAt: null, closesAt: _.gt(now) },
      { order: [['closesAt', 'asc']], limit: LIST },
    ),

  /** New counts, unless somebody has written newer ones meanwhile. */
  counted: (_id: string, before: number, counts: SurgeDocument['counts']) =>
    store.updateWhere('surges', { _id, 'counts.asOf': before }, { counts }),
};

export const surgeAnswers = {
  idOf: (surgeId: string, personId: string) => idOf('surge-answer', surgeId, personId),

  byId: (reader: Reader, id: string) => reader.get<SurgeAnswerDocument>('surge_answers', id),

  put: (transaction: Transaction, answer: SurgeAnswerDocument) => transaction.put('surge_answers', answer),

  count: (surgeId: string, coming: boolean) => store.count('surge_answers', { surgeId, coming }),

  coming: (surgeId: string) =>
    store.find<SurgeAnswerDocument>(
      'surge_answers',
      { surgeId, coming: true },
      { order: [['at', 'asc']], limit: COMING },
    ),

  /** What one person answered, to be copied. */
  allOf: (personId: string) =>
    store.find<SurgeAnswerDocument>('surge_answers', { personId }, { limit: 1000 }),
};
