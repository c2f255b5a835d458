import { randomBytes } from 'node:crypto';
import { Collection } from './collection';
import { Disk } from './disk';
import { DocumentTable } from './document-table';
import { collectionExists, collectionMissing, DatabaseFailure, invalidParam } from './failure';
import type { CollectionSpec, DatabaseOptions } from './index';
import { IndexCatalog } from './index-catalog';
import type { IndexTable } from './index-table';
import { MAX_COLLECTIONS } from './limits';
import { QueryLog } from './query-log';
import { textOf } from './stored-text';
import { Transactions } from './transactions';

/** What all operations share: the collections in memory, the file behind them, the open transactions, the clock. */
export class Core {
  readonly collections = new Map<string, Collection>();
  readonly transactions: Transactions;
  readonly elapsed: () => number;
  readonly now: () => number;
  readonly disk: Disk;
  readonly queries = new QueryLog();
  readonly #documents: DocumentTable;
  readonly #addName: (name: string) => void;
  #lastOrdinal: number;

  /** Opens and loads the file. Throws when it cannot be used or its documents break a unique index. */
  constructor(options: DatabaseOptions) {
    this.now = options.now;
    this.elapsed = options.elapsed ?? (() => performance.now());
    this.transactions = new Transactions(this.elapsed);
    this.disk = new Disk(options.file, options.log);
    try {
      this.#documents = new DocumentTable(this.disk);
      this.#addName = this.disk.writing('INSERT OR IGNORE INTO collections (name) VALUES (?)');
      this.#lastOrdinal = this.#documents.lastOrdinal();
      this.#load(options);
    } catch (error) {
      this.disk.abandon();
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
    this.#make({ name });
  }

  #load(options: DatabaseOptions): void {
    this.#documents.verify();
    const catalog = new IndexCatalog(this.disk, this.#documents);
    for (const spec of options.collections) this.#make(spec, catalog.open(spec));
    const names = this.disk.reading('SELECT CAST(name AS BLOB) FROM collections ORDER BY name').all();
    for (const name of names.map(([bytes]) => textOf(bytes))) {
      if (!this.collections.has(name)) this.#make({ name });
    }
    catalog.dropOthers();
    this.disk.commit();
    const orphan = this.#documents.orphan();
    if (orphan !== undefined)
      throw new Error(`The file ${options.file} holds documents of unknown collection ${orphan}`);
  }

  #make(spec: CollectionSpec, indexes: readonly IndexTable[] = []): void {
    this.#addName(spec.name);
    this.collections.set(
      spec.name,
      new Collection(spec, this.#documents, indexes, () => ++this.#lastOrdinal),
    );
  }
}

/** An id as the platform makes them: 32 hexadecimal digits. */
export function newId(): string {
  return randomBytes(16).toString('hex');
}
