import { Query } from 'mingo/query';
import { invalidOperator } from './failure';
import { mingoOptions, withMingo } from './mingo';
import { isDocument, type Document, type Value } from './value';

/** A condition on documents, compiled once a request. */
export interface CompiledQuery {
  condition: Document;
  test(document: Document): boolean;
}

/** Operators of MongoDB that this engine leaves out; refused by name rather than taken for unknown. */
const ABSENT = new Set([
  '$where',
  '$text',
  '$jsonSchema',
  '$comment',
  '$function',
  '$near',
  '$nearSphere',
  '$geoNear',
  '$geoWithin',
  '$geoIntersects',
]);

/** Compiles a condition. Throws DatabaseFailure for unknown, absent or misused operators. */
export function compileQuery(condition: Document): CompiledQuery {
  refuseAbsent(condition);
  const query = withMingo(() => new Query(condition, mingoOptions()));
  return { condition, test: (document) => withMingo(() => query.test(document)) };
}

/** Throws when an operator that the local cloud leaves out stands anywhere in the condition or stage. */
export function refuseAbsent(value: Value): void {
  if (Array.isArray(value)) {
    for (const item of value) refuseAbsent(item);
  } else if (isDocument(value)) {
    for (const [field, inner] of Object.entries(value)) {
      if (ABSENT.has(field)) throw invalidOperator(`The local cloud does not support ${field}`);
      refuseAbsent(inner);
    }
  }
}
