import { Query } from 'mingo/query';
import { encode } from './ejson';
import { mingoOptions, withMingo } from './mingo';
import { refuseAbsent } from './query';
import type { StoredDocument } from './stored';
import { clone, type Document } from './value';

/**
 * Turns a document into the text that is answered: all of it, or what the projection names. The condition is what the
 * positional projection `items.$` reads. Throws DatabaseFailure.
 */
export function projector(projection: Document, condition: Document): (document: StoredDocument) => string {
  if (Object.keys(projection).length === 0) return (document) => document.text;
  refuseAbsent(projection);
  const query = withMingo(() => new Query(condition, mingoOptions()));
  return (document) => {
    // mingo shares what it does not change, and takes excluded fields out of nested documents in place.
    const copy = [clone(document.value)];
    const [row] = withMingo(() => query.find<Document>(copy, projection as never).all());
    return encode(row ?? {});
  };
}
