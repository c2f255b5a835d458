import { randomUUID } from 'node:crypto';
import type { Collection } from './collection';
import type { StoredDocument } from './stored';

/** One transaction's private state: what it has written, what it holds, and which past it reads. */
export class Transaction {
  readonly id = randomUUID();
  /** The last commit it sees; fixed by its first operation. */
  snapshot: number | undefined;
  /** True while one of its operations is under way. */
  busy = false;
  /** Uncommitted versions; undefined is a removal. */
  readonly writes = new Map<Collection, Map<string, StoredDocument | undefined>>();
  /** Slots of unique indexes that its uncommitted versions take, with the key of the document. */
  readonly slots = new Map<string, string>();
  /** Names of the locks it holds. */
  readonly locks = new Set<string>();
  readonly ended: Promise<void>;
  #end: () => void = () => undefined;

  constructor(readonly startedAt: number) {
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  /** The last commit it sees. Throws when no operation has begun. */
  get seen(): number {
    if (this.snapshot === undefined) throw new Error(`Transaction ${this.id} has no snapshot yet`);
    return this.snapshot;
  }

  /** Lets whoever waits for it go on. */
  end(): void {
    this.#end();
  }

  /** The transaction's own version of a document, if it wrote one. */
  written(collection: Collection, key: string): { document: StoredDocument | undefined } | undefined {
    const writes = this.writes.get(collection);
    return writes?.has(key) ? { document: writes.get(key) } : undefined;
  }

  stage(collection: Collection, key: string, document: StoredDocument | undefined): void {
    const writes = this.writes.get(collection);
    if (writes) writes.set(key, document);
    else this.writes.set(collection, new Map([[key, document]]));
  }
}
