import type { Stance } from '@contract/discussion';
import { _ } from '../../kernel/cloud';
import { type Reader, store, type Transaction, type Where } from '../../kernel/database';
import { pageOf } from '../../kernel/page';
import type { OpinionDocument } from './documents';

/** Who alone reads it while it is held; null: everybody of the place. Follows from `held` at every write. */
type StoredOpinion = OpinionDocument & { onlyFor: string | null };

const OPINIONS_PAGE = 20;
/** Answers below one page of opinions; the platform gives no more at once. */
export const REPLIES_LIMIT = 1000;

/** Who reads: an office of the place reads all, a neighbour what is not held and what is their own (SEC-8). */
export interface Reading {
  subjectIds: readonly string[];
  personId: string;
  officer: boolean;
}

/** What a neighbour reads: what everybody does, and what is held of their own. */
function readable(where: Where, { personId, officer }: Reading): Where {
  return officer ? where : { ...where, onlyFor: _.in([null, personId]) };
}

export const opinions = {
  byId: (reader: Reader, id: string) => reader.get<OpinionDocument>('opinions', id),

  put: (transaction: Transaction, opinion: OpinionDocument) =>
    transaction.put<StoredOpinion>('opinions', {
      ...opinion,
      onlyFor: opinion.held === null ? null : opinion.authorId,
    }),

  /** One page of opinions that begin a thread, newest first. */
  roots(reading: Reading, stance: Stance | undefined, cursor: string | null | undefined) {
    const all = { subjectId: _.in([...reading.subjectIds]), rootId: null };
    return pageOf<OpinionDocument>(
      'opinions',
      readable(stance === undefined ? all : { ...all, stance }, reading),
      { by: 'createdAt', direction: 'desc', limit: OPINIONS_PAGE },
      cursor,
    );
  },

  /** What was answered below these opinions, oldest first; where there is too much of it the latest. */
  async replies(reading: Reading, rootIds: readonly string[]): Promise<OpinionDocument[]> {
    if (rootIds.length === 0) return [];
    const where = readable({ rootId: _.in([...rootIds]) }, reading);
    const read = (direction: 'asc' | 'desc') => {
      const order = [['createdAt', direction]] as const;
      return store.find<OpinionDocument>('opinions', where, { order, limit: REPLIES_LIMIT });
    };
    const first = await read('asc');
    return first.length < REPLIES_LIMIT ? first : (await read('desc')).reverse();
  },

  /** How many of them there are below each; asked only where not all were given. */
  async replyCounts(reading: Reading, rootIds: readonly string[]): Promise<Map<string, number>> {
    const { list } = (await store
      .aggregate('opinions')
      .match(readable({ rootId: _.in([...rootIds]) }, reading))
      .group({ _id: '$rootId', replies: _.aggregate.sum(1) })
      .limit(rootIds.length)
      .end()) as { list: { _id: string; replies: number }[] };
    return new Map(list.map(({ _id, replies }) => [_id, replies]));
  },

  /** Opinions that everybody reads, without replies, by stance. */
  async counts(subjectIds: readonly string[]): Promise<Record<Stance, number>> {
    const { list } = (await store
      .aggregate('opinions')
      .match({ subjectId: _.in([...subjectIds]), rootId: null, held: null, hidden: null })
      .group({ _id: '$stance', opinions: _.aggregate.sum(1) })
      .limit(3)
      .end()) as { list: { _id: Stance; opinions: number }[] };
    const of = (stance: Stance) => list.find((row) => row._id === stance)?.opinions ?? 0;
    return { for: of('for'), neutral: of('neutral'), against: of('against') };
  },

  /** What the content check holds back in a place, oldest first. */
  held: (placeId: string, after: number, limit: number) =>
    store.find<OpinionDocument>(
      'opinions',
      { path: placeId, held: _.in(['review', 'unanswered']), createdAt: _.gt(after) },
      { order: [['createdAt', 'asc']], limit },
    ),

  unanswered: (limit: number) =>
    store.find<OpinionDocument>('opinions', { held: 'unanswered' }, { order: [['createdAt', 'asc']], limit }),
};
