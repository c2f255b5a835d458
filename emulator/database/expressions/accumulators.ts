import { requestFailed } from '../failure';
import { compareValues, hashKey } from '../order';
import type { Document, Value } from '../value';
import { isNullish, mergeable, type Operator } from './expression';

/** Takes the values of a group, of which some may be missing, one after another. */
export type Accumulator = (values: readonly (Value | undefined)[]) => Value | undefined;

/** Numbers are counted, everything else is passed over. */
const numbers = (values: readonly (Value | undefined)[]): number[] =>
  values.filter((value) => typeof value === 'number');

function total(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function deviation(values: number[], divisor: number): number | null {
  if (divisor <= 0) return null;
  const mean = total(values) / values.length;
  return Math.sqrt(total(values.map((value) => (value - mean) ** 2)) / divisor);
}

/** The least or largest in BSON's order of all types; null and missing are passed over. */
const extreme =
  (direction: 1 | -1): Accumulator =>
  (values) =>
    values.reduce<Value>(
      (best, value) =>
        isNullish(value) || (best !== null && compareValues(value, best) * direction >= 0) ? best : value,
      null,
    );

/** Accumulators that are expressions as well: there they also open an array that is their only argument. */
const REDUCING: Record<string, Accumulator> = {
  $sum: (values) => total(numbers(values)),
  $avg: (values) => {
    const counted = numbers(values);
    return counted.length === 0 ? null : total(counted) / counted.length;
  },
  $min: extreme(1),
  $max: extreme(-1),
  $stdDevPop: (values) => deviation(numbers(values), numbers(values).length),
  $stdDevSamp: (values) => deviation(numbers(values), numbers(values).length - 1),
};

export const ACCUMULATORS = new Map<string, Accumulator>(
  Object.entries({
    ...REDUCING,
    $first: (values) => values[0] ?? null,
    $last: (values) => values.at(-1) ?? null,
    $push: (values) => values.filter((value) => value !== undefined),
    $addToSet: (values) => [
      ...new Map(
        values.filter((value) => value !== undefined).map((value) => [hashKey(value), value] as const),
      ).values(),
    ],
    $mergeObjects: (values) => {
      const merged: Document = {};
      for (const value of values) if (!isNullish(value)) Object.assign(merged, mergeable(value));
      return merged;
    },
  } satisfies Record<string, Accumulator>),
);

/** The accumulators as expressions: over several arguments, or over the elements of the only one. */
export const REDUCERS: [string, Operator][] = Object.entries(REDUCING).map(([name, reduce]) => [
  name,
  (operand, compile) => {
    const parts = (Array.isArray(operand) ? operand : [operand]).map((part) => compile(part));
    return (scope) => {
      const values = parts.map((part) => part(scope));
      const [only] = values;
      return reduce(parts.length === 1 && Array.isArray(only) ? only : values);
    };
  },
]);

/** Refuses what a group's accumulator cannot take, before any document is read. */
export function accumulatorOf(name: string, operand: Value): Accumulator {
  const accumulator = ACCUMULATORS.get(name);
  if (!accumulator) throw requestFailed(`unknown group operator '${name}'`);
  if (Array.isArray(operand)) throw requestFailed(`The ${name} accumulator is a unary operator`);
  return accumulator;
}
