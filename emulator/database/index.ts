import type { WireAnswer, WireRequest } from '../wire';

/** A collection that exists from the start, with its indexes; a missing field counts as null in a unique index. */
export interface CollectionSpec {
  name: string;
  indexes?: { name: string; keys: { field: string; order: 1 | -1 }[]; unique?: boolean }[];
}

export interface DatabaseOptions {
  /** Path of the SQLite file; created when absent. */
  file: string;
  collections: CollectionSpec[];
  /** The cloud's clock, epoch ms: server dates are resolved with it. */
  now: () => number;
}

export interface Database {
  /** One request of the SDK, action `database.*`. Never throws for a request's own failure: answers {code, message, requestId}. */
  handle(request: WireRequest): Promise<WireAnswer>;
  /** Number of documents per collection, for the console and tests. */
  stats(): Record<string, number>;
  /** Waits for what is being written, then closes the file. */
  close(): Promise<void>;
}

/** Opens the file, checks its integrity and loads it. Throws when the file is damaged or its documents break a unique index. */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  return Promise.reject(new Error(`The database engine is not there yet: ${options.file}`));
}
