import { randomBytes } from 'node:crypto';
import { Collection } from './collection';
import { Disk } from './disk';
import { collectionExists, collectionMissing, DatabaseFailure, invalidParam } from './failure';
import type { DatabaseOptions } from './index';
import { MAX_COLLECTIONS } from './limits';
import { Transactions } from './transactions';

/** What all operations share: the collections in memory, the file behind them, the open transactions, the clock. */
export class Core {
  readonly collections = new Map<string, Collection>();
  readonly transactions: Transactions;
  readonly elapsed: () => number;
  readonly now: () => number;
  readonly disk: Disk;

  /** Opens and loads the file. Throws when it cannot be used or its documents break a unique index. */
  constructor(options: DatabaseOptions) {
    this.now = options.now;
    this.elapsed = options.elapsed ?? (() => performance.now());
    this.transactions = new Transactions(this.elapsed);
    this.disk = new Disk(options.file);
    try {
      this.#load(options);
    } catch (error) {
      void this.disk.close();
      throw error;
    }
  }

  /** The collection of a request. Throws DatabaseFailure when it was never created. */
  collection(name: unknown): Collection {
    if (typeof name !== 'string' || name === '') throw invalidParam('collectionName is missing');
    const collection = this.collections.get(name);
    if (!collection) throw collectionMissing(name);
    return collection;
  }

  /** Creates an empty collection, durably. Throws DatabaseFailure when the name is taken or not allowed. */
  addCollection(name: unknown): void {
    // What the platform's console accepts, so that a name that passes here passes there.
    if (typeof name !== 'string' || !/^[A-Za-z][\w-]{0,63}$/.test(name)) {
      throw invalidParam(`collectionName is not valid: ${String(name)}`);
    }
    if (this.collections.has(name)) throw collectionExists();
    if (this.collections.size >= MAX_COLLECTIONS) {
      throw new DatabaseFailure(
        'DATABASE_COLLECTION_EXCEED_LIMIT',
        `[LimitExceeded] An environment holds at most ${MAX_COLLECTIONS} collections`,
      );
    }
    this.disk.addCollection(name);
    this.collections.set(name, new Collection({ name }));
  }

  #load(options: DatabaseOptions): void {
    for (const spec of options.collections) {
      this.collections.set(spec.name, new Collection(spec));
      this.disk.addCollection(spec.name);
    }
    for (const name of this.disk.collections()) {
      if (!this.collections.has(name)) this.collections.set(name, new Collection({ name }));
    }
    for (const { collection, document } of this.disk.documents()) {
      const owner = this.collections.get(collection);
      if (!owner)
        throw new Error(`The file ${options.file} holds documents of unknown collection ${collection}`);
      owner.load(document);
    }
  }
}

/** An id as the platform makes them: 32 hexadecimal digits. */
export function newId(): string {
  return randomBytes(16).toString('hex');
}
