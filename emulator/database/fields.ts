import { compileExpression } from './expressions';
import type { Compile } from './expressions/expression';
import { requestFailed } from './failure';
import { exclude, include, place, type Shape } from './shaping';
import { isDocument, type Document, type Value } from './value';

/** Turns a document into what a projection shows of it. */
export type Project = (document: Document, variables?: Record<string, Value | undefined>) => Document;

interface Parts {
  shape: Shape;
  /** Whether the named fields are shown or dropped; `_id` alone does not tell. */
  mode?: 'inclusion' | 'exclusion';
  /** What is said of `_id`. */
  id?: boolean;
}

/**
 * Compiles `{a: 1, 'b.c': 1}`, `{a: 0}` or computed fields, as $project and `field()` take them. `showing` tells which way to
 * go when the fields leave it open. Throws DatabaseFailure.
 */
export function compileFields(
  specification: Document,
  compile: Compile = compileExpression,
  showing?: boolean,
): Project {
  const parts: Parts = { shape: new Map() };
  read(specification, '', parts, compile);
  const { shape, id } = parts;
  const mode = parts.mode ?? ((showing ?? id === true) ? 'inclusion' : 'exclusion');
  // What _id says goes the other way round where fields are dropped.
  if (mode === 'inclusion' ? id === undefined : id === false) shape.set('_id', 'named');
  if (mode === 'exclusion' && id === true) shape.delete('_id');
  return mode === 'inclusion'
    ? (document, variables) => include(document, shape, { root: document, variables })
    : (document) => exclude(document, shape);
}

function read(specification: Document, prefix: string, parts: Parts, compile: Compile): void {
  for (const [field, value] of Object.entries(specification)) {
    const path = prefix === '' ? field : `${prefix}.${field}`;
    if (isDocument(value) && !Object.keys(value)[0]?.startsWith('$')) {
      if (Object.keys(value).length === 0) {
        throw requestFailed(
          `Invalid $project :: caused by :: An empty sub-projection is not a valid value. Found empty object at path ${path}`,
        );
      }
      read(value, path, parts, compile);
    } else if (typeof value === 'boolean' || typeof value === 'number') {
      readFlag(path, value !== false && value !== 0, parts);
    } else {
      goes(parts, 'inclusion', path);
      place(parts.shape, path, compile(value));
      if (path === '_id') parts.id = true;
    }
  }
}

function readFlag(path: string, shown: boolean, parts: Parts): void {
  if (path === '_id') {
    parts.id = shown;
    if (!shown) return;
  } else {
    goes(parts, shown ? 'inclusion' : 'exclusion', path);
  }
  place(parts.shape, path, 'named');
}

function goes(parts: Parts, mode: 'inclusion' | 'exclusion', path: string): void {
  parts.mode ??= mode;
  if (parts.mode !== mode) {
    throw requestFailed(
      `Invalid $project :: caused by :: Cannot do ${mode} on field ${path} in ${parts.mode} projection`,
    );
  }
}
