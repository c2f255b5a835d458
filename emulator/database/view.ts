import type { Collection } from './collection';
import { assertGeoIndex, type Near } from './geo/near';
import { plan, type Plan } from './plan';
import type { CompiledQuery } from './query';
import { slotsOf } from './slots';
import type { StoredDocument } from './stored';
import type { Transaction } from './transaction';

/** The document as the transaction sees it: its own version, else that of its snapshot. */
export function visible(tx: Transaction, collection: Collection, key: string): StoredDocument | undefined {
  const own = tx.written(collection, key);
  return own ? own.document : committed(tx, collection, key);
}

/** What a query found, and what it took. */
export interface Found {
  /** In natural order. */
  documents: StoredDocument[];
  /** Name of the index that led to them; undefined: every document was looked at. */
  index: string | undefined;
  /** Number of documents that were tested. */
  looked: number;
}

/** The documents that match, as the transaction sees them. */
export function matching(tx: Transaction, collection: Collection, query: CompiledQuery): Found {
  const planned = plan(collection, query.condition);
  const found: Found = { documents: [], index: planned?.index, looked: 0 };
  for (const document of candidates(tx, collection, planned)) {
    found.looked += 1;
    if (query.test(document.value)) found.documents.push(document);
  }
  return query.near ? byDistance(query.near, collection, found) : found;
}

function byDistance(near: Near, collection: Collection, found: Found): Found {
  assertGeoIndex(near, collection.declared);
  const metres = (document: StoredDocument) => near.distance(document.value)?.metres ?? Infinity;
  const documents = found.documents
    .map((document) => ({ document, metres: metres(document) }))
    .sort((a, b) => a.metres - b.metres)
    .map(({ document }) => document);
  return { ...found, documents };
}

/** True when a document of the snapshot, since removed or changed, holds the slot of a unique index. */
export function heldInSnapshot(
  tx: Transaction,
  collection: Collection,
  fields: readonly string[],
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
  planned: Plan | undefined,
): Iterable<StoredDocument> {
  const changed = [...collection.history.changedKeys(tx.seen)];
  const own = tx.writes.get(collection);
  if (!planned && changed.length === 0 && !own) {
    yield* collection.values();
    return;
  }
  // The index and the current documents do not know what only this transaction sees: those keys are looked at besides.
  const keys = new Set([...(planned?.keys.keys() ?? collection.keys()), ...changed, ...(own?.keys() ?? [])]);
  const documents = [...keys].map((key) => {
    const index = planned?.keys.get(key);
    if (index && !collection.get(key)) throw index.astray(key);
    return visible(tx, collection, key);
  });
  yield* documents.filter((document) => document !== undefined).sort(byOrdinal);
}

/** Places of uncommitted documents are infinite: a difference would not compare them. */
function byOrdinal(a: StoredDocument, b: StoredDocument): number {
  return a.ordinal === b.ordinal ? 0 : a.ordinal < b.ordinal ? -1 : 1;
}
