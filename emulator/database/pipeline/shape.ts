import { compileExpression } from '../expressions';
import type { Evaluate } from '../expressions/expression';
import { requestFailed } from '../failure';
import { compileFields } from '../fields';
import { compileQuery } from '../query';
import { exclude, overlay, place, type Shape } from '../shaping';
import { isDocument, typeName, type Document, type Value } from '../value';
import { show } from '../update/show';
import type { Inside, Stage } from './stage';

/*
 * Stages that look at one document at a time.
 */

/** The compiler of expressions where $lookup's variables are known. */
export function expressionIn(inside: Inside) {
  return compileExpression.knowing(inside.known);
}

export function documentOf(value: Value, message: string): Document {
  if (isDocument(value)) return value;
  throw requestFailed(message);
}

export const $match: Stage = (value, { known }) => {
  const condition = documentOf(value, 'the match filter must be an expression in an object');
  const query = compileQuery(condition, { known, near: false });
  return (rows, _sources, variables) => rows.filter((row) => query.test(row, variables));
};

export const $project: Stage = (value, inside) => {
  const specification = documentOf(value, '$project specification must be an object');
  if (Object.keys(specification).length === 0) {
    throw requestFailed(
      'Invalid $project :: caused by :: projection specification must have at least one field',
    );
  }
  const project = compileFields(specification, expressionIn(inside));
  return (rows, _sources, variables) => rows.map((row) => project(row, variables));
};

const adding =
  (name: string): Stage =>
  (value, inside) => {
    const specification = documentOf(
      value,
      `${name} specification stage must be an object, got ${typeName(value)}`,
    );
    const shape: Shape = new Map();
    addFields(specification, '', shape, expressionIn(inside));
    return (rows, _sources, variables) => rows.map((row) => overlay(row, shape, { root: row, variables }));
  };

/** Documents in the specification name fields inside; everything else, numbers and booleans too, is a value. */
function addFields(
  specification: Document,
  prefix: string,
  shape: Shape,
  compile: (operand: Value) => Evaluate,
): void {
  for (const [field, value] of Object.entries(specification)) {
    const path = prefix === '' ? field : `${prefix}.${field}`;
    const fields = isDocument(value) ? Object.keys(value) : [];
    if (isDocument(value) && fields.length > 0 && !fields[0]?.startsWith('$')) {
      addFields(value, path, shape, compile);
    } else {
      place(shape, path, compile(value));
    }
  }
}

export const $addFields = adding('$addFields');
export const $set = adding('$set');

export const $unset: Stage = (value) => {
  const paths = Array.isArray(value) ? value : [value];
  if (paths.length === 0)
    throw requestFailed('$unset specification must be a string or an array with at least one field');
  const shape: Shape = new Map();
  for (const path of paths) {
    if (typeof path !== 'string')
      throw requestFailed('$unset specification must be a string or an array containing only string values');
    place(shape, path, 'named');
  }
  return (rows) => rows.map((row) => exclude(row, shape));
};

export const $replaceRoot: Stage = (value, inside) => {
  const specification = documentOf(
    value,
    `expected an object as specification for $replaceRoot stage, got ${typeName(value)}`,
  );
  const unknown = Object.keys(specification).find((key) => key !== 'newRoot');
  if (unknown !== undefined) {
    throw requestFailed(
      `unrecognized option to $replaceRoot stage: ${unknown}, only valid option is 'newRoot'.`,
    );
  }
  if (specification.newRoot === undefined) {
    throw requestFailed('no newRoot specified for the $replaceRoot stage');
  }
  return replacing(expressionIn(inside)(specification.newRoot), "'newRoot' expression ");
};

export const $replaceWith: Stage = (value, inside) =>
  replacing(expressionIn(inside)(value), "'replacement document' ");

function replacing(evaluate: Evaluate, what: string) {
  return (rows: Document[], _sources: unknown, variables: Record<string, Value | undefined>) =>
    rows.map((row) => {
      const root = evaluate({ root: row, variables });
      if (isDocument(root)) return root;
      const got = root === undefined ? 'MISSING' : show(root);
      throw requestFailed(
        `${what}must evaluate to an object, but resulting value was: ${got}. Type of resulting value: '${typeName(root)}'. Input document: ${show(row)}`,
      );
    });
}
