import type { WireRequest } from '../../wire';
import type { Collection } from '../collection';
import type { Core } from '../core';
import { decodeDocument } from '../ejson';
import { invalidParam } from '../failure';
import { type CompiledQuery, compileQuery } from '../query';
import type { StoredDocument } from '../stored';
import type { Transaction } from '../transaction';
import { matching } from '../view';
import { assertId } from './insert';

/** The documents that a request is about; `queryType` DOC names one by its `_id`. Throws DatabaseFailure. */
export function selection(request: WireRequest, now: number): CompiledQuery {
  const absent = request.query === undefined || request.query === null;
  if (request.queryType === 'DOC') {
    const query = decodeDocument(request.query, now);
    // Only a plain id: an operator in its place would select documents that the caller did not name.
    return compileQuery({ _id: assertId(query._id) });
  }
  if (request.queryType !== 'WHERE' && request.queryType !== undefined) {
    throw invalidParam(`queryType is not known: ${JSON.stringify(request.queryType)}`);
  }
  return compileQuery(absent ? {} : decodeDocument(request.query, now));
}

/** The documents that match, in natural order; what it took to find them is noted for the request. */
export function select(
  core: Core,
  request: WireRequest,
  tx: Transaction,
  collection: Collection,
  query: CompiledQuery,
): StoredDocument[] {
  const found = matching(tx, collection, query);
  core.queries.note(request, collection.name, query.condition, found);
  return found.documents;
}
