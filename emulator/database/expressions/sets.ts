import { requestFailed } from '../failure';
import { hashKey } from '../order';
import { typeName, type Value } from '../value';
import { argumentsOf, isNullish, type Operator, truthy, withArguments } from './expression';

/** The different values of an array by their keys, in the order in which they first come. */
function distinct(array: Value[]): Map<string, Value> {
  const found = new Map<string, Value>();
  for (const item of array) if (!found.has(hashKey(item))) found.set(hashKey(item), item);
  return found;
}

/** An operator on any number of arrays; null if one of them is null or missing, unless nulls are refused. */
const ofArrays = (
  evaluate: (sets: Map<string, Value>[]) => Value,
  settings: { least: number; refusesNull: boolean },
): Operator => {
  return (operand, compile, name) => {
    const parts = argumentsOf(operand, compile);
    if (parts.length < settings.least) {
      throw requestFailed(`${name} needs at least two arguments had: ${parts.length}`);
    }
    return (scope) => {
      const arrays = parts.map((part) => part(scope));
      if (!settings.refusesNull && arrays.some(isNullish)) return null;
      return evaluate(
        arrays.map((array) => {
          if (Array.isArray(array)) return distinct(array);
          throw requestFailed(
            `All operands of ${name} must be arrays. One argument is of type: ${typeName(array)}`,
          );
        }),
      );
    };
  };
};

export const $setUnion = ofArrays(
  (sets) => [...distinct(sets.flatMap((set) => [...set.values()])).values()],
  {
    least: 0,
    refusesNull: false,
  },
);

export const $setIntersection = ofArrays(
  ([first, ...others]) =>
    [...(first ?? [])].filter(([key]) => others.every((set) => set.has(key))).map(([, value]) => value),
  { least: 0, refusesNull: false },
);

export const $setEquals = ofArrays(
  ([first, ...others]) =>
    others.every((set) => set.size === first?.size && [...set.keys()].every((key) => first.has(key))),
  { least: 2, refusesNull: true },
);

export const $setDifference = withArguments(2, 2, (name, a, b) => {
  if (isNullish(a) || isNullish(b)) return null;
  const [left, right] = both(name, a, b);
  return [...left].filter(([key]) => !right.has(key)).map(([, value]) => value);
});

export const $setIsSubset = withArguments(2, 2, (name, a, b) => {
  const [left, right] = both(name, a, b);
  return [...left.keys()].every((key) => right.has(key));
});

function both(name: string, a: Value | undefined, b: Value | undefined) {
  const refuse = (which: string, value: Value | undefined) =>
    requestFailed(
      `both operands of ${name} must be arrays. ${which} argument is of type: ${typeName(value)}`,
    );
  if (!Array.isArray(a)) throw refuse('First', a);
  if (!Array.isArray(b)) throw refuse('Second', b);
  return [distinct(a), distinct(b)] as const;
}

const quantifier = (accept: (array: Value[]) => boolean): Operator =>
  withArguments(1, 1, (name, array) => {
    if (Array.isArray(array)) return accept(array);
    throw requestFailed(`${name}'s argument must be an array, but is ${typeName(array)}`);
  });

export const $allElementsTrue = quantifier((array) => array.every(truthy));
export const $anyElementTrue = quantifier((array) => array.some(truthy));
