import type { WireAnswer, WireRequest } from '../wire';
import { Core } from './core';
import { dispatch } from './dispatch';
import { mendingIsDue } from './mend-file';
import type { QueryWork } from './query-log';

export type { QueryWork } from './query-log';

/** A collection that exists from the start, with its indexes; a missing field counts as null in a unique index. */
export interface CollectionSpec {
  name: string;
  indexes?: readonly {
    name: string;
    keys: readonly IndexKey[];
    unique?: boolean;
  }[];
}

/** A field of an index: up, down, or by its place on the earth, which searches by distance need. */
export interface IndexKey {
  field: string;
  order: 1 | -1 | '2dsphere';
}

export interface DatabaseOptions {
  /** Path of the SQLite file; created when absent. One process at a time can have it open. */
  file: string;
  collections: readonly CollectionSpec[];
  /** The cloud's clock, epoch ms: server dates are resolved with it. */
  now: () => number;
  /** Monotonic ms for what expires (transactions, waiting writes); real time unless a test moves it. */
  elapsed?: () => number;
  /** Is told what was damaged and could be made again. */
  log?: (text: string) => void;
}

export interface Database {
  /** One request of the SDK, action `database.*`. Never throws for a request's own failure: answers {code, message, requestId}. */
  handle(request: WireRequest): Promise<WireAnswer>;
  /** What the query of a request that was handed to `handle` took; undefined when it was no query. */
  workOf(request: WireRequest): QueryWork | undefined;
  /** Number of documents per collection, for the console and tests. */
  stats(): Record<string, number>;
  /** Copies all that is committed into a new file, which openDatabase takes. Rejects when the file exists. */
  snapshot(file: string): Promise<void>;
  /** Waits for what is being written, then closes the file. */
  close(): Promise<void>;
}

/** Opens the file, checks its integrity and loads it. Rejects when a collection is declared twice, when documents are damaged, when it is in use, or its documents break a unique index. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  requireOnce(options.collections);
  const core = openCore(options);
  return {
    handle: (request) => dispatch(core, request),
    workOf: (request) => core.queries.of(request),
    stats: () =>
      Object.fromEntries([...core.collections].map(([name, collection]) => [name, collection.size])),
    snapshot: (file) => core.disk.snapshot(file),
    close: () => core.disk.close(),
  };
}

/** Declared twice, one's indexes would stand over the other's on disk, and look like damage. */
function requireOnce(collections: readonly CollectionSpec[]): void {
  const names = collections.map(({ name }) => name);
  const twice = [...new Set(names.filter((name, n) => names.indexOf(name) !== n))];
  if (twice.length > 0)
    throw new Error(
      `declared more than once: collection ${twice.join(', ')}; give each one declaration with all its indexes`,
    );
}

/** Damage that is met while the file is loaded, beside its documents, is mended at once. */
function openCore(options: DatabaseOptions): Core {
  const wasDue = mendingIsDue(options.file);
  try {
    return new Core(options);
  } catch (error) {
    if (wasDue || !mendingIsDue(options.file)) throw error;
    try {
      return new Core(options);
    } catch {
      // It could not be mended: what was found first says more.
      throw error;
    }
  }
}
