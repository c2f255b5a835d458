import type { Collection } from './collection';
import { slotsOf } from './hash-index';
import { plan } from './plan';
import type { CompiledQuery } from './query';
import type { StoredDocument } from './stored';
import type { Transaction } from './transaction';

/** The document as the transaction sees it: its own version, else that of its snapshot. */
export function visible(tx: Transaction, collection: Collection, key: string): StoredDocument | undefined {
  const own = tx.written(collection, key);
  return own ? own.document : committed(tx, collection, key);
}

/** The documents that match, as the transaction sees them, in natural order. */
export function matching(tx: Transaction, collection: Collection, query: CompiledQuery): StoredDocument[] {
  const found: StoredDocument[] = [];
  for (const document of candidates(tx, collection, query)) {
    if (query.test(document.value)) found.push(document);
  }
  return found;
}

/** True when a document of the snapshot, since removed or changed, holds the slot of a unique index. */
export function heldInSnapshot(
  tx: Transaction,
  collection: Collection,
  fields: string[],
  slot: string,
): boolean {
  for (const key of collection.history.changedKeys(tx.seen)) {
    const document = committed(tx, collection, key);
    if (document && slotsOf(document.value, fields).includes(slot)) return true;
  }
  return false;
}

/** The version of the snapshot, whatever the transaction itself wrote. */
export function committed(tx: Transaction, collection: Collection, key: string): StoredDocument | undefined {
  return collection.history.visible(key, collection.get(key), tx.seen);
}

function* candidates(
  tx: Transaction,
  collection: Collection,
  query: CompiledQuery,
): Iterable<StoredDocument> {
  const planned = plan(collection, query.condition);
  const changed = new Set(collection.history.changedKeys(tx.seen));
  const own = tx.writes.get(collection);
  if (!planned && changed.size === 0 && !own) {
    yield* collection.values();
    return;
  }
  // The index and the current documents do not know what only this transaction sees: those keys are looked at besides.
  const keys = new Set([...(planned ?? allKeys(collection)), ...changed, ...(own?.keys() ?? [])]);
  const documents = [...keys].map((key) => visible(tx, collection, key));
  yield* documents.filter((document) => document !== undefined).sort(byOrdinal);
}

/** Places of uncommitted documents are infinite: a difference would not compare them. */
function byOrdinal(a: StoredDocument, b: StoredDocument): number {
  return a.ordinal === b.ordinal ? 0 : a.ordinal < b.ordinal ? -1 : 1;
}

function* allKeys(collection: Collection): Iterable<string> {
  for (const document of collection.values()) yield document.key;
}
