import { isDocument, type Value } from './value';

const INDEX = /^(0|[1-9]\d*)$/;

/**
 * The values that a dotted path leads to, walking into the documents of arrays on the way as MongoDB does; `undefined` stands
 * for "missing". Arrays at the end of the path are not opened.
 */
export function leaves(root: Value, path: string): (Value | undefined)[] {
  if (!path.includes('.') && isDocument(root)) return [own(root, path)];
  const found: (Value | undefined)[] = [];
  walk(root, path.split('.'), 0, found);
  return found;
}

/** What a condition on the path is tested against: each leaf, and the elements of a leaf that is an array. */
export function candidates(root: Value, path: string): (Value | undefined)[] {
  const found = leaves(root, path);
  if (!found.some(Array.isArray)) return found;
  return found.flatMap((leaf) => (Array.isArray(leaf) ? [...leaf, leaf] : [leaf]));
}

/** A path's component that can be a position in an array. */
export function isPosition(component: string): boolean {
  return INDEX.test(component);
}

/** A field of the document itself: never one that every object inherits. */
export function own(document: Record<string, Value>, field: string): Value | undefined {
  return Object.hasOwn(document, field) ? document[field] : undefined;
}

function walk(value: Value | undefined, path: string[], at: number, found: (Value | undefined)[]): void {
  const component = path[at];
  if (component === undefined) {
    found.push(value);
    return;
  }
  if (!Array.isArray(value)) {
    walk(isDocument(value) ? own(value, component) : undefined, path, at + 1, found);
    return;
  }
  if (isPosition(component) && Number(component) < value.length) {
    walk(value[Number(component)], path, at + 1, found);
  }
  for (const item of value) if (isDocument(item)) walk(item, path, at, found);
}
