import type { Any, Options } from 'mingo/types';
import { Query } from 'mingo/query';
import { requestFailed } from './failure';
import { comparable, compareValues, hashKey, sameValue } from './order';
import { candidates, leaves } from './paths';
import { isDocument, typeName, type Value } from './value';

/*
 * The comparison operators of queries, registered with mingo in place of its own: those open nested arrays, take documents with
 * fields in another order for equal, do not see null inside arrays of documents and compare strings by UTF-16.
 */

type Test = (document: Any) => boolean;
type Matcher = (path: string, operand: Any, options: Options) => Test;

const some =
  (path: string, test: (value: Value | undefined) => boolean): Test =>
  (document) =>
    candidates(document as Value, path).some(test);

const not =
  (matcher: Matcher): Matcher =>
  (path, operand, options) => {
    const test = matcher(path, operand, options);
    return (document) => !test(document);
  };

const $eq: Matcher = (path, operand) => some(path, (value) => sameValue(value, operand as Value));

const $in: Matcher = (path, operand) => {
  if (!Array.isArray(operand)) throw requestFailed('$in needs an array');
  const patterns = (operand as Value[]).filter((item) => item instanceof RegExp);
  const keys = new Set((operand as Value[]).map(hashKey));
  return some(
    path,
    (value) =>
      keys.has(hashKey(value)) ||
      (typeof value === 'string' && patterns.some((pattern) => pattern.test(value))),
  );
};

const ordered =
  (accept: (order: number) => boolean): Matcher =>
  (path, operand) => {
    if (operand instanceof RegExp) throw requestFailed("Can't have RegEx as arg to predicate over field");
    return some(
      path,
      (value) =>
        comparable(value, operand as Value) &&
        // NaN is comparable with nothing but itself.
        Number.isNaN(value) === Number.isNaN(operand) &&
        accept(compareValues(value, operand as Value)),
    );
  };

const $exists: Matcher = (path, operand) => {
  const wanted = Boolean(operand);
  return (document) => leaves(document as Value, path).some((value) => value !== undefined) === wanted;
};

const $size: Matcher = (path, operand) => {
  if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0) {
    throw requestFailed('Failed to parse $size. Expected a non-negative integer');
  }
  return (document) =>
    leaves(document as Value, path).some((value) => Array.isArray(value) && value.length === operand);
};

const isOperator = (field: string) => field.startsWith('$') && !['$and', '$or', '$nor'].includes(field);

const $elemMatch: Matcher = (path, operand, options) => {
  if (!isDocument(operand)) throw requestFailed('$elemMatch needs an Object');
  const fields = Object.keys(operand);
  const onValues = fields.length > 0 && fields.every(isOperator);
  const query = new Query(onValues ? { value: operand } : operand, options);
  const test = onValues
    ? (item: Value) => query.test({ value: Array.isArray(item) ? [item] : item })
    : (item: Value) => (isDocument(item) || Array.isArray(item)) && query.test(item as never);
  return (document) =>
    leaves(document as Value, path).some((value) => Array.isArray(value) && value.some(test));
};

const $all: Matcher = (path, operand, options) => {
  if (!Array.isArray(operand)) throw requestFailed('$all needs an array');
  const tests = operand.map((item) =>
    isDocument(item) && '$elemMatch' in item
      ? $elemMatch(path, item.$elemMatch, options)
      : (item instanceof RegExp ? $regex : $eq)(path, item, options),
  );
  return (document) => tests.length > 0 && tests.every((test) => test(document));
};

const $regex: Matcher = (path, operand) => {
  if (!(operand instanceof RegExp)) throw requestFailed('$regex has to be a string');
  const stored = hashKey(operand);
  return some(path, (value) =>
    typeof value === 'string' ? operand.test(value) : value instanceof RegExp && hashKey(value) === stored,
  );
};

const $mod: Matcher = (path, operand) => {
  const [divisor, remainder, ...rest] = Array.isArray(operand) ? operand.map(Number) : [];
  if (divisor === undefined || remainder === undefined || rest.length > 0) {
    throw requestFailed('malformed mod, needs to be an array of two numbers');
  }
  if (Math.trunc(divisor) === 0) throw requestFailed('divisor cannot be 0');
  const expected = Math.trunc(remainder);
  return some(
    path,
    (value) => typeof value === 'number' && Math.trunc(value) % Math.trunc(divisor) === expected,
  );
};

const TYPE_NUMBERS: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  18: 'long',
};

const $type: Matcher = (path, operand) => {
  const listed: unknown[] = Array.isArray(operand) ? operand : [operand];
  const names = listed.map((item) => {
    const name = typeof item === 'number' ? TYPE_NUMBERS[item] : item;
    if (typeof name !== 'string') throw requestFailed(`Invalid numerical type code: ${String(item)}`);
    if (name !== 'number' && !Object.values(TYPE_NUMBERS).includes(name)) {
      throw requestFailed(`Unknown type name alias: ${name}`);
    }
    return name;
  });
  return some(
    path,
    (value) =>
      value !== undefined &&
      (names.includes(typeName(value)) || (typeof value === 'number' && names.includes('number'))),
  );
};

export const MATCHERS = {
  $eq,
  $ne: not($eq),
  $in,
  $nin: not($in),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $exists,
  $size,
  $elemMatch,
  $all,
  $regex,
  $mod,
  $type,
};
