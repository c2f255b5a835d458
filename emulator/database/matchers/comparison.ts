import { requestFailed } from '../failure';
import { comparable, compareValues, hashKey, sameValue } from '../order';
import { isDocument, type Value } from '../value';
import { type Condition, type Matcher, not, opening } from './condition';
import { matchesPattern } from './pattern';

/** Equality with one value; a pattern equals the same stored pattern and nothing else. */
export function equals(operand: Value): Condition {
  return opening((value) => sameValue(value, operand));
}

export const $eq: Matcher = (operand) => [equals(operand)];

export const $ne: Matcher = (operand) => {
  if (operand instanceof RegExp) throw requestFailed("Can't have regex as arg to $ne.");
  return [not([equals(operand)])];
};

export const $in: Matcher = (operand) => {
  if (!Array.isArray(operand)) throw requestFailed('$in needs an array');
  if (operand.some(isExpression)) throw requestFailed('cannot nest $ under $in');
  const patterns = operand.filter((item) => item instanceof RegExp);
  const keys = new Set(operand.map(hashKey));
  return [
    opening(
      (value) => keys.has(hashKey(value)) || patterns.some((pattern) => matchesPattern(pattern, value)),
    ),
  ];
};

export const $nin: Matcher = (operand, around) => {
  if (!Array.isArray(operand)) throw requestFailed('$nin needs an array');
  return [not($in(operand, around))];
};

/** True for a document whose first field names an operator: MongoDB looks no further. */
export function isExpression(value: Value | undefined): boolean {
  return isDocument(value) && Boolean(Object.keys(value)[0]?.startsWith('$'));
}

/** $lt and its like see only values of the operand's own type. */
const ordered =
  (accept: (order: number) => boolean): Matcher =>
  (operand, { path }) => {
    if (operand instanceof RegExp)
      throw requestFailed(`Can't have RegEx as arg to predicate over field '${path}'.`);
    return [
      opening(
        (value) =>
          comparable(value, operand) &&
          // NaN is comparable with nothing but itself.
          Number.isNaN(value) === Number.isNaN(operand) &&
          accept(compareValues(value, operand)),
      ),
    ];
  };

export const $lt = ordered((order) => order < 0);
export const $lte = ordered((order) => order <= 0);
export const $gt = ordered((order) => order > 0);
export const $gte = ordered((order) => order >= 0);
