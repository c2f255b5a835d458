import { isDocument, type Value } from './value';

const INDEX = /^(0|[1-9]\d*)$/;

interface Leaf {
  value: Value | undefined;
  /** False when the path ended with a position: MongoDB does not open the array that stands there. */
  opens: boolean;
}

/**
 * The values that a dotted path leads to, walking into the documents of arrays on the way as MongoDB does; `undefined` stands
 * for "missing". Arrays at the end of the path are not opened.
 */
export function leaves(root: Value, path: string): (Value | undefined)[] {
  return find(root, path).map(({ value }) => value);
}

/** What a condition on the path is tested against: each leaf, and the elements of a leaf that is an array. */
export function candidates(root: Value, path: string): (Value | undefined)[] {
  return find(root, path).flatMap(({ value, opens }) =>
    opens && Array.isArray(value) ? [...value, value] : [value],
  );
}

/** A path's component that can be a position in an array. */
export function isPosition(component: string): boolean {
  return INDEX.test(component);
}

/** A field of the document itself: never one that every object inherits. */
export function own(document: Record<string, Value>, field: string): Value | undefined {
  return Object.hasOwn(document, field) ? document[field] : undefined;
}

function find(root: Value, path: string): Leaf[] {
  if (!path.includes('.') && isDocument(root)) return [{ value: own(root, path), opens: true }];
  const found: Leaf[] = [];
  walk({ value: root, opens: true }, path.split('.'), 0, found);
  return found;
}

function walk(leaf: Leaf, path: string[], at: number, found: Leaf[]): void {
  const component = path[at];
  if (component === undefined) {
    found.push(leaf);
    return;
  }
  const { value } = leaf;
  if (!Array.isArray(value)) {
    walk({ value: isDocument(value) ? own(value, component) : undefined, opens: true }, path, at + 1, found);
    return;
  }
  if (isPosition(component) && Number(component) < value.length) {
    walk({ value: value[Number(component)], opens: false }, path, at + 1, found);
  }
  for (const item of value) if (isDocument(item)) walk({ value: item, opens: true }, path, at, found);
}
