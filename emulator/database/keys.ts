import { writeFailed } from './failure';
import { isPosition, own } from './paths';
import { isDocument, type Document, type Value } from './value';

/** Of an empty array: it comes before everything. */
export const EMPTY = Symbol('empty');
export type Key = Value | undefined | typeof EMPTY;

/** An index takes one array from a document. Throws DatabaseFailure (MongoDB's code 171) when two of its fields hold one. */
export function assertIndexable(document: Document, indexes: readonly { fields: readonly string[] }[]): void {
  for (const { fields } of indexes) {
    if (fields.length < 2) continue;
    keysOf(
      fields.map((field) => ({ root: document, path: field.split('.') })),
      (later, first) => writeFailed(`cannot index parallel arrays [${later}] [${first}]`),
    );
  }
}

/** A field whose value is settled, or from where and along which path it is still to be looked for. */
export type Part = { root: Value; path: readonly string[] } | { key: Key };

/** What to throw when two fields hold different arrays; the names are those under which the arrays lie. */
type Refusal = (later: string, first: string) => Error;

/** All keys that a document has in an index of these fields: one for each element of an array, the fields of one element together. */
export function keysOf(parts: readonly Part[], parallel: Refusal): Key[][] {
  let met: { array: Value[]; name: string } | undefined;
  const open = parts.map((part): Part => {
    if ('key' in part) return part;
    const { value, name, rest } = descend(part.root, part.path);
    if (!Array.isArray(value)) return { key: value };
    met ??= { array: value, name };
    if (met.array !== value) throw parallel(name, met.name);
    return atPosition(value, rest);
  });
  return met
    ? spread(met.array, open, parallel)
    : [open.map((part) => ('key' in part ? part.key : undefined))];
}

/** A path that names a position of the array goes on from there; the others see its elements one by one. */
function atPosition(array: Value[], path: readonly string[]): Part {
  const [component] = path;
  if (component === undefined || !isPosition(component) || Number(component) >= array.length) {
    return { root: array, path };
  }
  return { root: { [component]: array[Number(component)] as Value }, path };
}

function spread(array: Value[], parts: readonly Part[], parallel: Refusal): Key[][] {
  const sees = (part: Part) => 'path' in part && part.root === array;
  if (!parts.some(sees)) return keysOf(parts, parallel);
  if (array.length === 0) {
    return keysOf(
      parts.map((part) => (sees(part) ? { key: EMPTY } : part)),
      parallel,
    );
  }
  return array.flatMap((item) =>
    keysOf(
      parts.map((part): Part => {
        if ('key' in part || !sees(part)) return part;
        return part.path.length === 0
          ? { key: item }
          : { root: isDocument(item) ? item : null, path: part.path };
      }),
      parallel,
    ),
  );
}

/** Follows a path through documents, up to its end or the first array. */
function descend(
  root: Value,
  path: readonly string[],
): { value: Value | undefined; name: string; rest: readonly string[] } {
  let value: Value | undefined = root;
  for (const [at, component] of path.entries()) {
    value = isDocument(value) ? own(value, component) : undefined;
    if (Array.isArray(value)) return { value, name: component, rest: path.slice(at + 1) };
  }
  return { value, name: '', rest: [] };
}
