import type { WireRequest } from '../../wire';
import type { Collection } from '../collection';
import { type Core, newId } from '../core';
import { decodeDocument } from '../ejson';
import { writeFailed } from '../failure';
import { assertGeoKeys } from '../geo/near';
import { assertIndexable } from '../keys';
import { sameValue } from '../order';
import type { CompiledQuery } from '../query';
import { assertSize, assertStorable } from '../storable';
import { StoredDocument } from '../stored';
import type { Transaction } from '../transaction';
import { compileUpdate } from '../update';
import { type Document, isDocument, type Value } from '../value';
import { assertId, insert } from './insert';
import { run } from './run';
import { select, selection } from './select';

interface Modification {
  /** The new version of an existing document. */
  change(document: Document): Document;
  /** The document that an upsert makes from the condition. */
  create(condition: Document): Document;
  /** Counts a document that was found but stays as it is: a replacement does, an update does not. */
  countsUnchanged: boolean;
}

/** database.modifyDocument: `merge` true applies update operators, false replaces; answers how many were changed. */
export async function modifyDocument(core: Core, request: WireRequest): Promise<Record<string, unknown>> {
  const collection = core.collection(request.collectionName);
  const now = core.now();
  const query = selection(request, now);
  const data = decodeDocument(request.data, now);
  const modification = request.merge === true ? updating(data, query) : replacing(data);
  return run(core, request, (tx) => {
    const found = select(core, request, tx, collection, query);
    if (found.length === 0 && request.upsert === true)
      return upsert(core, tx, collection, query, modification);
    const chosen = request.multi === true ? found : found.slice(0, 1);
    const changed = chosen.filter((document) => put(core, tx, collection, document, modification));
    return { updated: changed.length };
  });
}

function upsert(
  core: Core,
  tx: Transaction,
  collection: Collection,
  query: CompiledQuery,
  modification: Modification,
): Record<string, unknown> {
  const { _id: id, ...rest } = modification.create(query.condition);
  const document = { _id: id === undefined ? newId() : assertId(id), ...rest };
  return { updated: 0, upsert_id: insert(core, tx, collection, document) };
}

/** Writes the new version of one document; true when it counts as updated. */
function put(
  core: Core,
  tx: Transaction,
  collection: Collection,
  document: StoredDocument,
  modification: Modification,
): boolean {
  const next = StoredDocument.of(modification.change(document.value)).at(document.ordinal);
  if (next.text === document.text && !modification.countsUnchanged) return false;
  assertSize(next.text);
  assertGeoKeys(next.value, collection.declared);
  assertIndexable(next.value, collection.indexes);
  core.transactions.write(tx, collection, document.key, next);
  return true;
}

function updating(data: Document, query: CompiledQuery): Modification {
  const update = compileUpdate(data, query.position);
  return {
    change: (document) => update(document),
    create: (condition) => update(equalities(condition), { inserting: true }),
    countsUnchanged: false,
  };
}

function replacing(data: Document): Modification {
  assertStorable(data);
  const { _id: wanted, ...rest } = data;
  return {
    change: (document) => {
      if (wanted !== undefined && !sameValue(wanted, document._id)) {
        throw writeFailed("Performing an update on the path '_id' would modify the immutable field '_id'");
      }
      return { _id: document._id as Value, ...rest };
    },
    create: (condition) => {
      const { _id: id = wanted } = equalities(condition);
      return id === undefined ? rest : { _id: id, ...rest };
    },
    countsUnchanged: true,
  };
}

/** The fields that a condition fixes by plain equality; an upsert begins with them. */
function equalities(condition: Document): Document {
  const plain = Object.entries(condition).filter(
    ([field, value]) => !/[$.]/.test(field) && !isDocument(value) && !(value instanceof RegExp),
  );
  return Object.fromEntries(plain);
}
