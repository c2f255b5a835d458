import type { WireRequest } from '../../wire';
import { decodeDocument } from '../ejson';
import { invalidParam } from '../failure';
import { type CompiledQuery, compileQuery } from '../query';
import { isDocument } from '../value';
import { assertId } from './insert';

/** The documents that a request is about; `queryType` DOC names one by its `_id`. Throws DatabaseFailure. */
export function selection(request: WireRequest, now: number): CompiledQuery {
  const absent = request.query === undefined || request.query === null;
  if (request.queryType === 'DOC') {
    const query = decodeDocument(request.query, now);
    // Only a plain id: an operator in its place would select documents that the caller did not name.
    return compileQuery({ _id: assertId(isDocument(query._id) ? undefined : query._id) });
  }
  if (request.queryType !== 'WHERE' && request.queryType !== undefined) {
    throw invalidParam(`queryType is not known: ${JSON.stringify(request.queryType)}`);
  }
  return compileQuery(absent ? {} : decodeDocument(request.query, now));
}
