import type { Evaluate } from '../expressions/expression';
import { requestFailed } from '../failure';
import { comparable, compareWithMissing } from '../order';
import { isDocument, typeName, type Document, type Value } from '../value';
import { show } from '../update/show';
import { byValue, type Outputs, outputsOf } from './group';
import { boundaryRounder } from './granularity';
import { expressionIn } from './shape';
import type { Inside, Stage } from './stage';

function specificationOf(name: string, value: Value, known: string[]): Document {
  if (!isDocument(value)) {
    throw requestFailed(`Argument to ${name} stage must be an object, but found type: ${typeName(value)}.`);
  }
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined) throw requestFailed(`Unrecognized option to ${name}: ${unknown}.`);
  return value;
}

function groupBy(name: string, value: Value | undefined, inside: Inside): Evaluate {
  const expression =
    typeof value === 'string'
      ? value.startsWith('$')
      : isDocument(value) && Object.keys(value)[0]?.startsWith('$');
  if (value === undefined || !expression) {
    throw requestFailed(
      `The ${name} 'groupBy' field must be defined as a $-prefixed path or an expression, but found: ${show(value)}.`,
    );
  }
  return expressionIn(inside)(value);
}

/** The fields of each bucket; without a specification the number of its rows. */
function bucketOutputs(name: string, value: Value | undefined, inside: Inside): Outputs {
  if (value === undefined) return (rows) => ({ count: rows.length });
  if (isDocument(value)) return outputsOf(Object.entries(value), inside);
  throw requestFailed(`The ${name} 'output' field must be an object, but found type: ${typeName(value)}.`);
}

export const $bucket: Stage = (value, inside) => {
  const parts = specificationOf('$bucket', value, ['groupBy', 'boundaries', 'default', 'output']);
  if (parts.groupBy === undefined || parts.boundaries === undefined) {
    throw requestFailed("$bucket requires 'groupBy' and 'boundaries' to be specified.");
  }
  const key = groupBy('$bucket', parts.groupBy, inside);
  const boundaries = boundariesOf(parts.boundaries, inside);
  const otherwise = parts.default === undefined ? undefined : constant(parts.default, inside);
  if (otherwise !== undefined) assertOutside(otherwise, boundaries);
  const outputs = bucketOutputs('$bucket', parts.output, inside);
  return (rows, _sources, variables) => {
    const buckets = new Map<Value, Document[]>();
    for (const { row, value: found } of byValue(rows, key, variables)) {
      const bucket = bucketOf(found, boundaries) ?? otherwise;
      if (bucket === undefined) {
        throw requestFailed(
          '$switch could not find a matching branch for an input, and no default was specified.',
        );
      }
      buckets.set(bucket, [...(buckets.get(bucket) ?? []), row]);
    }
    return [...buckets]
      .sort(([a], [b]) => compareWithMissing(a, b))
      .map(([_id, members]) => ({ _id, ...outputs(members, variables) }));
  };
};

/** The lower boundary of the bucket that holds the value. */
function bucketOf(value: Value | undefined, boundaries: Value[]): Value | undefined {
  const above = boundaries.findIndex((boundary) => compareWithMissing(value, boundary) < 0);
  return above > 0 ? boundaries[above - 1] : undefined;
}

function constant(value: Value, inside: Inside): Value {
  const evaluated = expressionIn(inside)(value)({ root: {} });
  const dynamic = typeof value === 'string' && value.startsWith('$');
  if (dynamic || evaluated === undefined) {
    throw requestFailed(`The $bucket 'default' field must be a constant value, but found: ${show(value)}.`);
  }
  return evaluated;
}

function boundariesOf(value: Value, inside: Inside): Value[] {
  if (!Array.isArray(value)) {
    throw requestFailed(
      `The $bucket 'boundaries' field must be an array, but found type: ${typeName(value)}.`,
    );
  }
  if (value.length < 2) {
    throw requestFailed(
      `The $bucket 'boundaries' field must have at least 2 values, but found ${value.length} value(s).`,
    );
  }
  const boundaries = value.map((boundary) => {
    const evaluated = expressionIn(inside)(boundary)({ root: {} });
    if (evaluated !== undefined && !(typeof boundary === 'string' && boundary.startsWith('$')))
      return evaluated;
    throw requestFailed(
      `The $bucket 'boundaries' field must be an array of constant values, but found value: ${show(boundary)}.`,
    );
  });
  for (const [at, upper] of boundaries.entries()) {
    const lower = boundaries[at - 1];
    if (lower === undefined) continue;
    if (!comparable(lower, upper)) {
      throw requestFailed(
        `All values in the the 'boundaries' option to $bucket must have the same type. Found conflicting types ${typeName(lower)} and ${typeName(upper)}.`,
      );
    }
    if (compareWithMissing(lower, upper) >= 0) {
      throw requestFailed(
        `The 'boundaries' option to $bucket must be sorted, but elements ${at - 1} and ${at} are not in ascending order (${show(lower)} is not less than ${show(upper)}).`,
      );
    }
  }
  return boundaries;
}

function assertOutside(value: Value, boundaries: Value[]): void {
  const [first, last] = [boundaries[0], boundaries.at(-1)];
  if (compareWithMissing(value, first) >= 0 && compareWithMissing(value, last) < 0) {
    throw requestFailed(
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    );
  }
}

export const $bucketAuto: Stage = (value, inside) => {
  const parts = specificationOf('$bucketAuto', value, ['groupBy', 'buckets', 'output', 'granularity']);
  if (parts.groupBy === undefined || parts.buckets === undefined) {
    throw requestFailed("$bucketAuto requires 'groupBy' and 'buckets' to be specified.");
  }
  const key = groupBy('$bucketAuto', parts.groupBy, inside);
  const count = bucketCount(parts.buckets);
  const rounder = parts.granularity === undefined ? undefined : boundaryRounder(parts.granularity);
  const outputs = bucketOutputs('$bucketAuto', parts.output, inside);
  return (rows, _sources, variables) => {
    const sorted = byValue(rows, key, variables).sort((a, b) => compareWithMissing(a.value, b.value));
    return evenly(sorted, count, rounder).map(({ min, max, rows: members }) => ({
      _id: { min, max },
      ...outputs(members, variables),
    }));
  };
};

function bucketCount(value: Value): number {
  if (typeof value !== 'number') {
    throw requestFailed(
      `The $bucketAuto 'buckets' field must be a numeric value, but found type: ${typeName(value)}.`,
    );
  }
  if (!Number.isInteger(value) || value > 0x7fffffff) {
    throw requestFailed(
      `The $bucketAuto 'buckets' field must be representable as a 32-bit integer, but found type: ${typeName(value)}, value: ${value}.`,
    );
  }
  if (value <= 0) {
    throw requestFailed(`The $bucketAuto 'buckets' field must be greater than 0, but found: ${value}.`);
  }
  return value;
}

interface Bucket {
  min: Value;
  max: Value;
  rows: Document[];
}

/** About as many rows in each bucket; equal values are never parted, and a bucket ends where the next begins. */
function evenly(
  sorted: { row: Document; value: Value | undefined }[],
  count: number,
  rounder: ReturnType<typeof boundaryRounder> | undefined,
): Bucket[] {
  const size = Math.max(1, Math.round(sorted.length / count));
  const buckets: Bucket[] = [];
  let at = 0;
  while (at < sorted.length) {
    const last = buckets.length === count - 1;
    let end = last ? sorted.length : Math.min(sorted.length, at + size);
    let max = sorted[end - 1]?.value;
    const top = rounder && rounder.up(max ?? null);
    const joins = (value: Value | undefined) =>
      top === undefined ? compareWithMissing(value, max) === 0 : compareWithMissing(value, top) < 0;
    while (end < sorted.length && joins(sorted[end]?.value)) end++;
    max = top ?? sorted[end]?.value ?? sorted[end - 1]?.value;
    const previous = buckets.at(-1);
    const min = rounder ? (previous?.max ?? rounder.down(sorted[at]?.value ?? null)) : sorted[at]?.value;
    buckets.push({ min: min ?? null, max: max ?? null, rows: sorted.slice(at, end).map(({ row }) => row) });
    at = end;
  }
  return buckets;
}
