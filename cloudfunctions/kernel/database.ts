import type { CollectionName } from '../../config/collections';
import type { RemovableCollection } from '../../config/kept-collections';
import { _, database } from './cloud';
import { isTooLarge } from './failures';

export interface Stored {
  _id: string;
}

export type Where = Record<string, unknown>;

export interface FindOptions {
  order?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
  /** 1 to 1000: the platform cuts silently at 1000 (platform.md), so it is always said. */
  limit: number;
  /** Only these fields, and `_id`: what a list does not need is not read into its answer. */
  fields?: readonly string[];
}

/** What reads can be made with: the database itself, or a transaction (then they see its snapshot). */
export interface Reader {
  get<T extends Stored>(collection: CollectionName, id: string): Promise<T | null>;
  find<T extends Stored>(collection: CollectionName, where: Where, options: FindOptions): Promise<T[]>;
}

/** Inside a transaction only whole documents are written: `where().update()` would run outside it (wire.md). */
export interface Transaction extends Reader {
  insert<T extends Stored>(collection: CollectionName, document: T): Promise<void>;
  put<T extends Stored>(collection: CollectionName, document: T): Promise<void>;
  remove(collection: RemovableCollection, id: string): Promise<void>;
}

interface Rows {
  data: unknown;
}

// A missing value in a filter would silently widen it: `where({a: undefined})` sends `{}` (wire.md, "Traps").
function closed(where: Where): Where {
  for (const [field, value] of Object.entries(where)) {
    if (value === undefined) throw new Error(`filter on ${field} has no value`);
  }
  return where;
}

type Query = ReturnType<ReturnType<typeof database.collection>['where']>;

/** What has collections: the database, or an SDK's transaction on it. */
export interface Source {
  collection(name: string): ReturnType<typeof database.collection>;
}

export function readerOf(source: Source): Reader {
  return {
    async get<T extends Stored>(collection: CollectionName, id: string) {
      const { data } = (await source.collection(collection).doc(id).get()) as Rows;
      return (data ?? null) as T | null;
    },
    async find<T extends Stored>(collection: CollectionName, where: Where, options: FindOptions) {
      let found: Query = source.collection(collection).where(closed(where));
      for (const [field, direction] of options.order ?? []) found = found.orderBy(field, direction);
      if (options.fields)
        found = found.field(Object.fromEntries(options.fields.map((field) => [field, true])));
      const { data } = (await found.limit(options.limit).get()) as Rows;
      return data as T[];
    },
  };
}

const reader = readerOf(database);

/** Rows in one answer, as many as the platform gives. */
const PAGE = 1000;

/** The database outside transactions: reads, and the three writes that are atomic by themselves. */
export const store = {
  ...reader,
  /**
   * Every row that matches, in pages by `_id`: `skip` would miss rows under writes (platform.md). Where a page is more than an answer
   * may hold, as of ballots that were changed, the pages get smaller.
   */
  async findAll<T extends Stored>(
    collection: CollectionName,
    where: Where,
    fields?: readonly string[],
  ): Promise<T[]> {
    const rows: T[] = [];
    let limit = PAGE;
    for (;;) {
      const last = rows.at(-1)?._id;
      const from = last === undefined ? where : { ...where, _id: _.gt(last) };
      try {
        const page = await reader.find<T>(collection, from, { order: [['_id', 'asc']], limit, fields });
        rows.push(...page);
        if (page.length < limit) return rows;
      } catch (error) {
        if (limit === 1 || !isTooLarge(error)) throw error;
        limit = Math.ceil(limit / 2);
      }
    }
  },
  async count(collection: CollectionName, where: Where): Promise<number> {
    const answer = (await database.collection(collection).where(closed(where)).count()) as { total: number };
    return answer.total;
  },
  /** Inserts; throws the SDK's duplicate-key error when the `_id` exists (see failures.ts). */
  async insert<T extends Stored>(collection: CollectionName, document: T | T[]): Promise<void> {
    await database.collection(collection).add({ data: document });
  },
  /** Compare-and-set: changes the one document that still matches, tells whether it did. */
  async updateWhere(collection: CollectionName, where: Where & Stored, data: object): Promise<boolean> {
    const answer = await database.collection(collection).where(closed(where)).update({ data });
    return (answer as { stats: { updated: number } }).stats.updated === 1;
  },
  /** Removes the named documents in one request; at most 1000, as in a query (platform.md). */
  async removeAll(collection: RemovableCollection, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await database
      .collection(collection)
      .where({ _id: _.in([...ids]) })
      .remove();
  },
  /** Stages of an aggregation, with the row limit always said (20 by default on the platform). */
  aggregate(collection: CollectionName) {
    return database.collection(collection).aggregate();
  },
};

export type Store = typeof store;
