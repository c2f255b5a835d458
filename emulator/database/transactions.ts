import type { Collection } from './collection';
import { duplicateKey } from './duplicate-key';
import { transactionConflict, transactionMissing } from './failure';
import type { IndexTable } from './index-table';
import { TRANSACTION_MS } from './limits';
import { slotsOf } from './slots';
import type { StoredDocument } from './stored';
import { Transaction } from './transaction';
import { committed, heldInSnapshot, visible } from './view';

/** Another open transaction holds what a write wants. */
export class Blocked extends Error {
  constructor(readonly by: Transaction) {
    super('Held by another transaction');
    this.name = 'Blocked';
  }
}

/** A place in a unique index, and the name of its lock. */
interface Slot {
  index: IndexTable;
  slot: string;
  name: string;
}

/**
 * Snapshot isolation over the collections: a transaction reads the state of its first operation; a write meets a conflict when
 * another open transaction wrote the document, or a commit after the snapshot did. Reads are never validated.
 */
export class Transactions {
  readonly #open = new Map<string, Transaction>();
  /** Who holds a document or a slot of a unique index. */
  readonly #holders = new Map<string, Transaction>();
  readonly #touched = new Set<Collection>();
  #commit = 0;

  /** @param elapsed monotonic ms: a virtual clock that jumps must not end transactions, nor one that stands keep them */
  constructor(private readonly elapsed: () => number) {}

  /** A transaction that the client ends. */
  begin(): Transaction {
    const tx = new Transaction(this.elapsed());
    this.#open.set(tx.id, tx);
    return tx;
  }

  /** A transaction for a single operation outside of any. */
  single(): Transaction {
    const tx = new Transaction(this.elapsed());
    tx.snapshot = this.#commit;
    return tx;
  }

  /** The open transaction with that id. Throws DatabaseFailure when it ended or never was. */
  get(id: unknown): Transaction {
    const tx = typeof id === 'string' ? this.#open.get(id) : undefined;
    if (!tx) throw transactionMissing();
    return tx;
  }

  /** Fixes the snapshot at the first operation. */
  enter(tx: Transaction): void {
    tx.snapshot ??= this.#commit;
  }

  /** Writes one version within the transaction. Throws Blocked, a conflict, or E11000. */
  write(tx: Transaction, collection: Collection, key: string, next: StoredDocument | undefined): void {
    const lock = `${collection.name}\n${key}`;
    this.#assertFree(tx, lock);
    if (!tx.locks.has(lock) && collection.history.changedSince(key, tx.seen)) throw transactionConflict();
    const released = slots(collection, visible(tx, collection, key));
    const taken = slots(collection, next);
    for (const { name } of [...released, ...taken]) this.#assertFree(tx, name);
    for (const slot of taken) {
      if (next && this.#rival(tx, collection, key, slot) !== undefined)
        throw duplicateKey(collection, slot.index, next);
    }
    for (const { name } of released) if (tx.slots.get(name) === key) tx.slots.delete(name);
    for (const { name } of taken) tx.slots.set(name, key);
    for (const name of [lock, ...[...released, ...taken].map((slot) => slot.name)]) {
      tx.locks.add(name);
      // An operation outside of any transaction ends before another begins: nobody can meet its locks.
      if (this.#open.has(tx.id)) this.#holders.set(name, tx);
    }
    tx.stage(collection, key, next);
  }

  /** Makes the transaction's versions current and ends it; they are on disk when the disk has settled. */
  commit(tx: Transaction): void {
    this.#close(tx);
    this.#commit += 1;
    const observed = [...this.#open.values()].some(({ snapshot }) => snapshot !== undefined);
    for (const [collection, writes] of tx.writes) {
      for (const [key, document] of writes) {
        if (observed) {
          collection.history.record(key, collection.get(key), this.#commit);
          this.#touched.add(collection);
        }
        collection.replace(key, document);
      }
    }
    this.#finish(tx);
  }

  /** Drops the transaction's versions and ends it. */
  abort(tx: Transaction): void {
    this.#close(tx);
    this.#finish(tx);
  }

  /** Aborts what was not ended in time; transactions are in the order of their start. */
  sweep(): void {
    const limit = this.elapsed() - TRANSACTION_MS;
    for (const tx of this.#open.values()) {
      if (tx.startedAt > limit) return;
      this.abort(tx);
    }
  }

  #close(tx: Transaction): void {
    this.#open.delete(tx.id);
    for (const name of tx.locks) if (this.#holders.get(name) === tx) this.#holders.delete(name);
  }

  #finish(tx: Transaction): void {
    tx.end();
    const snapshots = [...this.#open.values()].flatMap(({ snapshot }) => snapshot ?? []);
    const oldest = Math.min(this.#commit, ...snapshots);
    for (const collection of this.#touched) collection.history.prune(oldest);
  }

  #assertFree(tx: Transaction, name: string): void {
    const holder = this.#holders.get(name);
    if (holder && holder !== tx) throw new Blocked(holder);
  }

  /** The key of the document that would share the slot, or undefined. Throws a conflict when a later commit decides. */
  #rival(
    tx: Transaction,
    collection: Collection,
    key: string,
    { index, slot, name }: Slot,
  ): string | undefined {
    const own = tx.slots.get(name);
    if (own !== undefined) return own === key ? undefined : own;
    const current = index.holder(slot);
    if (current === key) return undefined;
    if (current === undefined) {
      if (heldInSnapshot(tx, collection, index.fields, slot)) throw transactionConflict();
      return undefined;
    }
    // The transaction itself moved the holder out of the slot.
    if (tx.written(collection, current)) return undefined;
    const seen = committed(tx, collection, current);
    if (!seen || !slotsOf(seen.value, index.fields).includes(slot)) throw transactionConflict();
    return current;
  }
}

function slots(collection: Collection, document: StoredDocument | undefined): Slot[] {
  if (!document) return [];
  return collection.unique.flatMap((index) =>
    slotsOf(document.value, index.fields).map((slot) => ({
      index,
      slot,
      name: `${collection.name}\n#${index.name}\n${slot}`,
    })),
  );
}
