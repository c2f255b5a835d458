import { requestFailed } from './failure';
import { EMPTY, type Key, keysOf } from './keys';
import { compareValues } from './order';
import type { Document, Value } from './value';

/** A comparison of documents by `{field: 1 | -1, …}`. Throws DatabaseFailure for any other direction. */
export function sorter(specification: Document): (a: Document, b: Document) => number {
  const fields = Object.entries(specification).map(([path, direction]) => ({
    path: path.split('.'),
    direction: directionOf(direction),
  }));
  const compare = (a: readonly Key[], b: readonly Key[]): number => {
    for (const [at, { direction }] of fields.entries()) {
      const order = compareKeys(a[at], b[at]) * direction;
      if (order !== 0) return order;
    }
    return 0;
  };
  const known = new WeakMap<Document, Key[]>();
  const keyOf = (document: Document): Key[] => {
    const key = known.get(document) ?? leastKey(document, fields, compare);
    known.set(document, key);
    return key;
  };
  return (a, b) => compare(keyOf(a), keyOf(b));
}

function directionOf(direction: Value): 1 | -1 {
  if (direction === 1 || direction === -1) return direction;
  throw requestFailed('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
}

/** Of the keys that arrays make, the one that comes first in the wanted order: the smallest going up, the largest going down. */
function leastKey(
  document: Document,
  fields: readonly { path: string[] }[],
  compare: (a: readonly Key[], b: readonly Key[]) => number,
): Key[] {
  const keys = keysOf(
    fields.map(({ path }) => ({ root: document, path })),
    () => requestFailed('cannot sort with keys that are parallel arrays'),
  );
  return keys.reduce((best, key) => (compare(key, best) < 0 ? key : best));
}

function compareKeys(a: Key, b: Key): number {
  if (a === EMPTY || b === EMPTY) return Number(b === EMPTY) - Number(a === EMPTY);
  return compareValues(a, b);
}
