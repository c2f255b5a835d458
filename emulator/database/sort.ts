import { Lazy } from 'mingo/lazy';
import { requestFailed } from './failure';
import { compareValues } from './order';
import { leaves } from './paths';
import { isDocument, type Document, type Value } from './value';

const EMPTY = Symbol('an empty array sorts before everything');
type SortKey = Value | undefined | typeof EMPTY;

/** A comparison of documents by `{field: 1 | -1, …}`. Throws DatabaseFailure for any other direction. */
export function sorter(specification: Document): (a: Document, b: Document) => number {
  const keys = Object.entries(specification).map(([path, direction]): { path: string; direction: 1 | -1 } => {
    if (direction !== 1 && direction !== -1) {
      throw requestFailed('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    }
    return { path, direction };
  });
  return (a, b) => {
    for (const { path, direction } of keys) {
      const order = compareKeys(sortKey(a, path, direction), sortKey(b, path, direction));
      if (order !== 0) return order * direction;
    }
    return 0;
  };
}

/** The stage $sort for mingo, whose own groups by hash and orders mixed types differently. */
export function $sort(collection: ReturnType<typeof Lazy>, specification: unknown): ReturnType<typeof Lazy> {
  if (!isDocument(specification) || Object.keys(specification).length === 0) {
    throw requestFailed('$sort stage must have at least one sort key');
  }
  const compare = sorter(specification);
  return collection.transform((items: Document[]) => Lazy(items.slice().sort(compare)));
}

/** An array sorts by its smallest element going up, by its largest going down. */
function sortKey(document: Document, path: string, direction: 1 | -1): SortKey {
  const found: SortKey[] = leaves(document, path).flatMap((leaf): SortKey[] => {
    if (!Array.isArray(leaf)) return [leaf];
    return leaf.length === 0 ? [EMPTY] : leaf;
  });
  if (found.length < 2) return found[0];
  return found.reduce((best, key) => (compareKeys(key, best) * direction < 0 ? key : best));
}

function compareKeys(a: SortKey, b: SortKey): number {
  if (a === EMPTY || b === EMPTY) return Number(b === EMPTY) - Number(a === EMPTY);
  return compareValues(a, b);
}
