import { regularExpression } from '../ejson';
import { requestFailed } from '../failure';
import { hashKey } from '../order';
import type { Value } from '../value';
import { type Condition, type Matcher, opening } from './condition';

const compiled = new WeakMap<RegExp, RegExp>();

/** True for a text in which the pattern is found, and for the same pattern stored as a value. */
export function matchesPattern(pattern: RegExp, value: Value | undefined): boolean {
  if (typeof value === 'string') return byCodePoint(pattern).test(value);
  return value instanceof RegExp && hashKey(value) === hashKey(pattern);
}

export function matches(pattern: RegExp): Condition {
  return opening((value) => matchesPattern(pattern, value));
}

export const $regex: Matcher = (operand, { siblings }) => {
  const options = siblings.$options;
  if (options !== undefined && typeof options !== 'string')
    throw requestFailed('$options has to be a string');
  if (operand instanceof RegExp) {
    if (options && operand.flags) throw requestFailed('options set in both $regex and $options');
    return [matches(options ? regularExpression(operand.source, options) : operand)];
  }
  if (typeof operand !== 'string') throw requestFailed('$regex has to be a string');
  return [matches(regularExpression(operand, options ?? ''))];
};

export const $options: Matcher = (_operand, { siblings }) => {
  if (siblings.$regex === undefined) throw requestFailed('$options needs a $regex');
  return [];
};

/** MongoDB's patterns see code points, JavaScript's without the flag `u` see halves of them; but `u` also refuses idle escapes. */
function byCodePoint(pattern: RegExp): RegExp {
  const known = compiled.get(pattern);
  if (known) return known;
  let result = pattern;
  try {
    result = new RegExp(pattern.source, pattern.flags.includes('u') ? pattern.flags : `${pattern.flags}u`);
  } catch {
    // An escape such as \- : the pattern works as it is, except for characters beyond the first plane.
  }
  compiled.set(pattern, result);
  return result;
}
