import { requestFailed } from '../failure';
import { show } from '../update/show';
import { isDocument, type Document, type Value } from '../value';
import { equals, isExpression } from './comparison';
import { holds, type Condition, type Matcher, whole } from './condition';
import { matches } from './pattern';

export const $size: Matcher = (operand) => {
  const refusal = sizeRefusal(operand);
  if (refusal) throw requestFailed(`Failed to parse $size. ${refusal}: $size: ${show(operand)}`);
  return [whole((value) => Array.isArray(value) && value.length === operand)];
};

function sizeRefusal(operand: Value): string | undefined {
  if (typeof operand !== 'number') return 'Expected a number in';
  if (!Number.isInteger(operand)) return 'Expected an integer';
  return operand < 0 ? 'Expected a non-negative number in' : undefined;
}

export const $elemMatch: Matcher = (operand, around) => {
  if (!isDocument(operand)) throw requestFailed('$elemMatch needs an Object');
  const test = elementTest(operand, around);
  return [
    {
      kind: 'leaf',
      opens: false,
      test: (value) => Array.isArray(value) && value.some(test),
      position: (value) => (Array.isArray(value) ? value.findIndex(test) : undefined),
    },
  ];
};

/** Operators test each element itself; anything else is a query on the elements that are documents or arrays. */
export function elementTest(operand: Document, around: Parameters<Matcher>[1]): (item: Value) => boolean {
  const first = Object.keys(operand)[0];
  if (isExpression(operand) && !['$and', '$or', '$nor', '$where'].includes(first as string)) {
    const conditions = around.conditions(operand);
    return (item) => holds(conditions, item);
  }
  const test = around.query(operand);
  return (item) => {
    if (isDocument(item)) return test(item);
    // An array is a document whose fields are its positions.
    return Array.isArray(item) && test(Object.fromEntries(Object.entries(item)));
  };
}

export const $all: Matcher = (operand, around) => {
  if (!Array.isArray(operand)) throw requestFailed('$all needs an array');
  if (operand.length === 0) return [whole(() => false)];
  if (isElemMatch(operand[0])) {
    return operand.flatMap((item): Condition[] => {
      if (!isElemMatch(item)) throw requestFailed('$all/$elemMatch has to be consistent');
      return $elemMatch(item.$elemMatch as Value, around);
    });
  }
  return operand.map((item) => {
    if (isExpression(item)) throw requestFailed('no $ expressions in $all');
    return item instanceof RegExp ? matches(item) : equals(item);
  });
};

function isElemMatch(item: Value | undefined): item is Document {
  return isDocument(item) && Object.keys(item)[0] === '$elemMatch';
}
