import type { Stance } from '@contract/discussion';
import { _ } from '../../kernel/cloud';
import { type Reader, store, type Transaction, type Where } from '../../kernel/database';
import type { OpinionDocument } from './documents';

export const OPINIONS_PAGE = 20;
/** Answers below one page of opinions; the platform gives no more at once. */
const REPLIES_LIMIT = 1000;

/** Who reads: an office of the place reads all, a neighbour what is not held and what is their own (SEC-8). */
export interface Reading {
  subjectIds: readonly string[];
  personId: string;
  officer: boolean;
}

const either = (...arms: Where[]) => _.or(arms) as unknown as Where;

function readable(where: Where, { personId, officer }: Reading): Where[] {
  return officer
    ? [where]
    : [
        { ...where, held: null },
        { ...where, authorId: personId },
      ];
}

/** Older than the cursor '<createdAt>_<id>'; two of the same millisecond are both found. */
function following(arms: Where[], cursor: string | null | undefined): Where[] {
  const [at, id] = [Number(cursor?.split('_')[0]), cursor?.split('_')[1]];
  if (!cursor || !Number.isFinite(at) || !id) return arms;
  return arms.flatMap((arm) => [
    { ...arm, createdAt: _.lt(at) },
    { ...arm, createdAt: at, _id: _.gt(id) },
  ]);
}

export const opinions = {
  byId: (reader: Reader, id: string) => reader.get<OpinionDocument>('opinions', id),

  put: (transaction: Transaction, opinion: OpinionDocument) => transaction.put('opinions', opinion),

  /** One page of opinions that begin a thread, newest first. */
  roots(reading: Reading, stance: Stance | undefined, cursor?: string | null): Promise<OpinionDocument[]> {
    const all = { subjectId: _.in([...reading.subjectIds]), rootId: null };
    const arms = readable(stance === undefined ? all : { ...all, stance }, reading);
    return store.find<OpinionDocument>('opinions', either(...following(arms, cursor)), {
      order: [
        ['createdAt', 'desc'],
        ['_id', 'asc'],
      ],
      limit: OPINIONS_PAGE,
    });
  },

  /** Everything that was answered below these opinions, oldest first. */
  async replies(reading: Reading, rootIds: readonly string[]): Promise<OpinionDocument[]> {
    if (rootIds.length === 0) return [];
    const where = either(...readable({ rootId: _.in([...rootIds]) }, reading));
    return store.find<OpinionDocument>('opinions', where, {
      order: [['createdAt', 'asc']],
      limit: REPLIES_LIMIT,
    });
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

  countHeld: (placeId: string) =>
    store.count('opinions', { path: placeId, held: _.in(['review', 'unanswered']) }),

  unanswered: (limit: number) =>
    store.find<OpinionDocument>('opinions', { held: 'unanswered' }, { order: [['createdAt', 'asc']], limit }),
};

/** Cursor of the page after these rows, or null where they are the last. */
export function nextOf(rows: readonly OpinionDocument[]): string | null {
  const last = rows.at(-1);
  return last && rows.length === OPINIONS_PAGE ? `${last.createdAt}_${last._id}` : null;
}
