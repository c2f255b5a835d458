import type { WireRequest } from '../../wire';
import { type Core, newId } from '../core';
import { duplicateKey, ID_INDEX } from '../duplicate-key';
import { decodeDocument } from '../ejson';
import { invalidParam } from '../failure';
import { assertGeoKeys } from '../geo/near';
import { assertIndexable } from '../keys';
import { assertSize, assertStorable } from '../storable';
import { StoredDocument } from '../stored';
import type { Document, Value } from '../value';
import { visible } from '../view';
import type { Collection } from '../collection';
import type { Transaction } from '../transaction';
import { run } from './run';

/** database.insertDocument: `data` is a list of documents; answers their ids in order. */
export async function insertDocument(core: Core, request: WireRequest): Promise<Record<string, unknown>> {
  const collection = core.collection(request.collectionName);
  if (!Array.isArray(request.data) || request.data.length === 0) throw invalidParam('data is missing');
  const now = core.now();
  const documents = request.data.map((text) => withId(decodeDocument(text, now)));
  const insertedIds = await run(core, request, (tx) =>
    documents.map((document) => insert(core, tx, collection, document)),
  );
  return { insertedIds };
}

/** Adds one document within the transaction and answers its id. Throws DatabaseFailure. */
export function insert(core: Core, tx: Transaction, collection: Collection, document: Document): Value {
  assertStorable(document);
  assertGeoKeys(document, collection.declared);
  assertIndexable(document, collection.indexes);
  const stored = StoredDocument.of(document);
  assertSize(stored.text);
  if (visible(tx, collection, stored.key)) throw duplicateKey(collection, ID_INDEX, stored);
  core.transactions.write(tx, collection, stored.key, stored);
  return document._id ?? null;
}

/** The document with `_id` in front, a new one if it has none. Throws for an id that is neither text nor number. */
function withId(document: Document): Document {
  const { _id: id, ...rest } = document;
  return { _id: id === undefined ? newId() : assertId(id), ...rest };
}

/** The platform's ids are texts or numbers. */
export function assertId(id: Value | undefined): string | number {
  if (typeof id === 'string' || (typeof id === 'number' && Number.isFinite(id))) return id;
  throw invalidParam('_id must be a string or a number');
}
