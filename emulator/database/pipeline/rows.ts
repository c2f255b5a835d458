import { requestFailed } from '../failure';
import { sorter } from '../sort';
import { isDocument, typeName, type Document, type Value } from '../value';
import { show } from '../update/show';
import type { Stage } from './stage';

/*
 * Stages that look at the rows as a list.
 */

export const $sort: Stage = (value) => {
  if (!isDocument(value)) throw requestFailed('the $sort key specification must be an object');
  if (Object.keys(value).length === 0) throw requestFailed('$sort stage must have at least one sort key');
  for (const [path, direction] of Object.entries(value)) assertSortKey(path, direction);
  const compare = sorter(value);
  return (rows) => rows.slice().sort(compare);
};

function assertSortKey(path: string, direction: Value): void {
  if (path.startsWith('$')) throw requestFailed("FieldPath field names may not start with '$'.");
  if (typeof direction !== 'number') {
    throw requestFailed(
      isDocument(direction)
        ? '$meta is the only expression supported by $sort right now'
        : `Illegal key in $sort specification: ${path}: ${show(direction)}`,
    );
  }
}

export const $limit: Stage = (value) => {
  const count = whole(value, '$limit');
  if (count === 0) throw requestFailed('the limit must be positive');
  return (rows) => rows.slice(0, count);
};

export const $skip: Stage = (value) => {
  const count = whole(value, '$skip');
  return (rows) => rows.slice(count);
};

function whole(value: Value, name: string): number {
  if (typeof value !== 'number') {
    throw requestFailed(`invalid argument to ${name} stage: Expected a number in: ${name}: ${show(value)}`);
  }
  if (!Number.isInteger(value)) {
    throw requestFailed(`invalid argument to ${name} stage: Expected an integer: ${name}: ${value}`);
  }
  if (value < 0) {
    throw requestFailed(
      `invalid argument to ${name} stage: Expected a non-negative number in: ${name}: ${value}`,
    );
  }
  return value;
}

export const $sample: Stage = (value) => {
  if (!isDocument(value)) throw requestFailed('the $sample stage specification must be an object');
  const unknown = Object.keys(value).find((key) => key !== 'size');
  if (unknown !== undefined) throw requestFailed(`unrecognized option to $sample: ${unknown}`);
  const { size } = value;
  if (size === undefined) throw requestFailed('$sample stage must specify a size');
  if (typeof size !== 'number') throw requestFailed('size argument to $sample must be a number');
  if (size < 0) throw requestFailed('size argument to $sample must not be negative');
  return (rows) => drawn(rows, Math.min(rows.length, Math.trunc(size)));
};

/** Rows drawn at random, none twice. */
function drawn(rows: Document[], size: number): Document[] {
  const left = rows.slice();
  return Array.from({ length: size }, () => {
    const [row] = left.splice(Math.floor(Math.random() * left.length), 1);
    return row as Document;
  });
}

export const $count: Stage = (value) => {
  if (typeof value !== 'string') throw requestFailed('the count field must be a non-empty string');
  if (value === '') throw requestFailed('the count field must be a non-empty string');
  if (value.startsWith('$')) throw requestFailed('the count field cannot be a $-prefixed path');
  if (value.includes('.')) throw requestFailed("the count field cannot contain '.'");
  return (rows) => (rows.length === 0 ? [] : [{ [value]: rows.length }]);
};

export const $facet: Stage = (value, inside) => {
  if (!isDocument(value) || Object.keys(value).length === 0) {
    throw requestFailed('the $facet specification must be a non-empty object');
  }
  const facets = Object.entries(value).map(([name, stages]) => {
    if (name.startsWith('$') || name.includes('.')) {
      throw requestFailed(`$facet: invalid name of an output field: ${name}`);
    }
    if (!Array.isArray(stages)) {
      throw requestFailed(`arguments to $facet must be arrays, ${name} is type ${typeName(stages)}`);
    }
    return [name, inside.pipeline(stages, inside.known, '$facet')] as const;
  });
  return (rows, sources, variables) => [
    Object.fromEntries(facets.map(([name, run]) => [name, run(rows, sources, variables)])),
  ];
};
