import { requestFailed } from './failure';
import { compareValues } from './order';
import { isPosition, own } from './paths';
import { isDocument, type Document, type Value } from './value';

const EMPTY = Symbol('an empty array sorts before everything');
type Key = Value | undefined | typeof EMPTY;

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
  const keys = keysOf(fields.map(({ path }) => ({ root: document, path })));
  return keys.reduce((best, key) => (compare(key, best) < 0 ? key : best));
}

/** A field whose value is settled, or from where and along which path it is still to be looked for. */
type Part = { root: Value; path: readonly string[] } | { key: Key };

/** All keys that a document has in an index of these fields: one for each element of an array, the fields of one element together. */
function keysOf(parts: readonly Part[]): Key[][] {
  let met: Value[] | undefined;
  const open = parts.map((part): Part => {
    if ('key' in part) return part;
    const { value, rest } = descend(part.root, part.path);
    if (!Array.isArray(value)) return { key: value };
    met ??= value;
    if (met !== value) throw requestFailed('cannot sort with keys that are parallel arrays');
    return atPosition(value, rest);
  });
  return met ? spread(met, open) : [open.map((part) => ('key' in part ? part.key : undefined))];
}

/** A path that names a position of the array goes on from there; the others see its elements one by one. */
function atPosition(array: Value[], path: readonly string[]): Part {
  const [component, ...rest] = path;
  if (component === undefined || !isPosition(component) || Number(component) >= array.length) {
    return { root: array, path };
  }
  return { root: { item: array[Number(component)] as Value }, path: ['item', ...rest] };
}

function spread(array: Value[], parts: readonly Part[]): Key[][] {
  const sees = (part: Part) => 'path' in part && part.root === array;
  if (!parts.some(sees)) return keysOf(parts);
  if (array.length === 0) return keysOf(parts.map((part) => (sees(part) ? { key: EMPTY } : part)));
  return array.flatMap((item) =>
    keysOf(
      parts.map((part): Part => {
        if ('key' in part || !sees(part)) return part;
        return part.path.length === 0
          ? { key: item }
          : { root: isDocument(item) ? item : null, path: part.path };
      }),
    ),
  );
}

/** Follows a path through documents, up to its end or the first array. */
function descend(
  root: Value,
  path: readonly string[],
): { value: Value | undefined; rest: readonly string[] } {
  let value: Value | undefined = root;
  for (const [at, component] of path.entries()) {
    value = isDocument(value) ? own(value, component) : undefined;
    if (Array.isArray(value)) return { value, rest: path.slice(at + 1) };
  }
  return { value, rest: [] };
}

function compareKeys(a: Key, b: Key): number {
  if (a === EMPTY || b === EMPTY) return Number(b === EMPTY) - Number(a === EMPTY);
  return compareValues(a, b);
}
