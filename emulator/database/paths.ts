import { isDocument, type Document, type Value } from './value';

const INDEX = /^(0|[1-9]\d*)$/;

/**
 * One value that a dotted path leads to; `undefined` stands for "missing". The position is that of the element of the outermost
 * array that was walked through, which is what the operator `$` of updates and projections means. True ends the walk.
 */
export type Visit = (value: Value | undefined, position: number | undefined) => boolean;

interface Walk {
  path: readonly string[];
  /** Whether an array at the end of the path shows its elements besides itself. */
  opens: boolean;
  visit: Visit;
}

/**
 * Visits what a condition on the path is tested against: MongoDB walks into the documents of arrays on the way, takes a number
 * for a position as well as for a field, and finds nothing (not even "missing") behind an element that is no document.
 * Answers whether the walk was ended by `visit`.
 */
export function walk(root: Document, path: readonly string[], opens: boolean, visit: Visit): boolean {
  return fromDocument(root, 0, { path, opens, visit }, undefined);
}

/** The values that a dotted path leads to. Arrays at the end of the path are not opened. */
export function leaves(root: Document, path: string): (Value | undefined)[] {
  return collect(root, path, false);
}

/** What a condition on the path is tested against: each leaf, and the elements of a leaf that is an array. */
export function candidates(root: Document, path: string): (Value | undefined)[] {
  return collect(root, path, true);
}

/** A path's component that can be a position in an array. */
export function isPosition(component: string): boolean {
  return INDEX.test(component);
}

/** A field of the document itself: never one that every object inherits. */
export function own(document: Record<string, Value>, field: string): Value | undefined {
  return Object.hasOwn(document, field) ? document[field] : undefined;
}

function collect(root: Document, path: string, opens: boolean): (Value | undefined)[] {
  const found: (Value | undefined)[] = [];
  walk(root, path.split('.'), opens, (value) => {
    found.push(value);
    return false;
  });
  return found;
}

function fromDocument(document: Document, start: number, to: Walk, position: number | undefined): boolean {
  let value: Value | undefined = document;
  for (let at = start; at < to.path.length; at++) {
    value = isDocument(value) ? own(value, to.path[at] as string) : undefined;
    if (Array.isArray(value)) return fromArray(value, at + 1, to, position);
  }
  return to.visit(value, position);
}

function fromArray(array: Value[], at: number, to: Walk, position: number | undefined): boolean {
  const ends = at === to.path.length;
  if (ends && !to.opens) return to.visit(array, position);
  const component = to.path[at];
  for (const [index, item] of array.entries()) {
    const here = position ?? index;
    if (ends) {
      if (to.visit(item, here)) return true;
      continue;
    }
    if (isDocument(item) && fromDocument(item, at, to, here)) return true;
    if (component === String(index) && fromElement(item, at + 1, to, here)) return true;
  }
  return ends && to.visit(array, position);
}

/** An element that the path names by its position: MongoDB does not open the array that stands there. */
function fromElement(item: Value, at: number, to: Walk, position: number): boolean {
  if (at === to.path.length) return to.visit(item, position);
  if (isDocument(item)) return fromDocument(item, at, to, position);
  return Array.isArray(item) && fromArray(item, at, to, position);
}
