import { requestFailed } from './failure';
import type { Evaluate, Scope } from './expressions/expression';
import { isDocument, type Document, type Value } from './value';

/*
 * Choosing, dropping and computing fields at dotted paths, for projections and the stages $project, $addFields and $unset.
 * Documents are never changed in place: what stays as it is is shared.
 */

/** What a path names: the field itself, a value to compute for it, or fields inside it. */
export type Shape = Map<string, 'named' | Evaluate | Shape>;

/** Puts one path into the shape. Throws when it collides with another. */
export function place(shape: Shape, path: string, leaf: 'named' | Evaluate): void {
  const components = path.split('.');
  assertPath(path, components);
  let inner = shape;
  for (const [at, component] of components.entries()) {
    const there = inner.get(component);
    const last = at === components.length - 1;
    if (there !== undefined && (last || !(there instanceof Map))) {
      throw requestFailed(
        last
          ? `Invalid $project :: caused by :: Path collision at ${path}`
          : `Invalid $project :: caused by :: Path collision at ${path} remaining portion ${components.slice(at + 1).join('.')}`,
      );
    }
    if (last) inner.set(component, leaf);
    else inner = there instanceof Map ? there : branch(inner, component);
  }
}

function branch(shape: Shape, component: string): Shape {
  const inner: Shape = new Map();
  shape.set(component, inner);
  return inner;
}

function assertPath(path: string, components: string[]): void {
  if (path === '') throw requestFailed('FieldPath cannot be constructed with empty string');
  if (path.endsWith('.')) throw requestFailed("FieldPath must not end with a '.'.");
  if (components.includes('')) throw requestFailed('FieldPath field names may not be empty strings.');
  if (components.some((component) => component.startsWith('$'))) {
    throw requestFailed(
      "FieldPath field names may not start with '$'. Consider using $getField or $setField.",
    );
  }
  if (components.includes('__proto__')) {
    throw requestFailed('The field name __proto__ is not supported by the local cloud');
  }
}

/** The named fields in the order of the document; fields that are computed come after them. */
export function include(document: Document, shape: Shape, scope: Scope): Document {
  return overlay(named(document, shape), shape, scope);
}

function named(document: Document, shape: Shape): Document {
  const kept: Document = {};
  for (const [field, value] of Object.entries(document)) {
    const leaf = shape.get(field);
    const chosen = leaf === 'named' ? value : leaf instanceof Map ? namedInside(value, leaf) : undefined;
    if (chosen !== undefined) kept[field] = chosen;
  }
  return kept;
}

/** Inside an array only documents and arrays have fields: other elements are dropped. */
function namedInside(value: Value, shape: Shape): Value | undefined {
  if (Array.isArray(value)) {
    return value.map((item) => namedInside(item, shape)).filter((item) => item !== undefined);
  }
  return isDocument(value) ? named(value, shape) : undefined;
}

/** Everything but the named fields. */
export function exclude(document: Document, shape: Shape): Document {
  const kept: Document = {};
  for (const [field, value] of Object.entries(document)) {
    const leaf = shape.get(field);
    if (leaf !== 'named') kept[field] = leaf instanceof Map ? excludeInside(value, leaf) : value;
  }
  return kept;
}

function excludeInside(value: Value, shape: Shape): Value {
  if (Array.isArray(value)) return value.map((item) => excludeInside(item, shape));
  return isDocument(value) ? exclude(value, shape) : value;
}

/** The document with computed fields put in or over; what computes to "missing" is taken out. */
export function overlay(document: Document, shape: Shape, scope: Scope): Document {
  const result = { ...document };
  for (const [field, leaf] of shape) {
    if (leaf === 'named' || (leaf instanceof Map && !computes(leaf))) continue;
    const value = leaf instanceof Map ? overlayInside(result[field], leaf, scope) : leaf(scope);
    if (value === undefined) delete result[field];
    else result[field] = value;
  }
  return result;
}

/** In an array every element gets the fields; what is no document is replaced by one. */
function overlayInside(value: Value | undefined, shape: Shape, scope: Scope): Value {
  if (Array.isArray(value)) return value.map((item) => overlayInside(item, shape, scope));
  return overlay(isDocument(value) ? value : {}, shape, scope);
}

function computes(shape: Shape): boolean {
  return [...shape.values()].some((leaf) => leaf !== 'named' && (!(leaf instanceof Map) || computes(leaf)));
}

/** The document with a value at a path; what is no document on the way is replaced by one. */
export function putAt(document: Document, path: readonly string[], value: Value): Document {
  const [field = '', ...rest] = path;
  if (rest.length === 0) return { ...document, [field]: value };
  const inner = document[field];
  return { ...document, [field]: putAt(isDocument(inner) ? inner : {}, rest, value) };
}
