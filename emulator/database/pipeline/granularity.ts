import { requestFailed } from '../failure';
import { typeName, type Value } from '../value';

/** Series of preferred numbers within one power of ten (1 to 10), from ISO 3 and IEC 60063; `1-2-5` is its own name. */
const SERIES: Record<string, readonly number[]> = {
  '1-2-5': [1, 2, 5],
  R5: [1, 1.6, 2.5, 4, 6.3],
  R10: [1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8],
  R20: [1, 1.12, 1.25, 1.4, 1.6, 1.8, 2, 2.24, 2.5, 2.8, 3.15, 3.55, 4, 4.5, 5, 5.6, 6.3, 7.1, 8, 9],
  E6: [1, 1.5, 2.2, 3.3, 4.7, 6.8],
  E12: [1, 1.2, 1.5, 1.8, 2.2, 2.7, 3.3, 3.9, 4.7, 5.6, 6.8, 8.2],
  E24: [
    1, 1.1, 1.2, 1.3, 1.5, 1.6, 1.8, 2, 2.2, 2.4, 2.7, 3, 3.3, 3.6, 3.9, 4.3, 4.7, 5.1, 5.6, 6.2, 6.8, 7.5,
    8.2, 9.1,
  ],
};

/** The larger series of MongoDB, which no one has asked for yet. */
const ABSENT = ['R40', 'R80', 'E48', 'E96', 'E192'];

interface Rounder {
  /** The next preferred number above. */
  up(value: Value): number;
  /** The next preferred number below. */
  down(value: Value): number;
}

/** Rounds the boundaries of $bucketAuto to a series. Throws DatabaseFailure for an unknown series or what is no number. */
export function boundaryRounder(granularity: Value): Rounder {
  if (typeof granularity !== 'string') {
    throw requestFailed(
      `The $bucketAuto 'granularity' field must be a string, but found type: ${typeName(granularity)}.`,
    );
  }
  if (ABSENT.includes(granularity)) {
    throw requestFailed(`The local cloud does not support the granularity ${granularity}`);
  }
  if (granularity === 'POWERSOF2') return rounder(powerAbove, powerBelow);
  const series = SERIES[granularity];
  if (!series) throw requestFailed(`Unknown rounding granularity '${granularity}'`);
  return rounder(
    (value) => steps(series, value).find((step) => step > value) ?? 0,
    (value) => steps(series, value).findLast((step) => step < value) ?? 0,
  );
}

function rounder(up: (value: number) => number, down: (value: number) => number): Rounder {
  return {
    up: (value) => (value === 0 ? 0 : up(positive(value))),
    down: (value) => (value === 0 ? 0 : down(positive(value))),
  };
}

function positive(value: Value): number {
  if (typeof value !== 'number') {
    throw requestFailed(
      `$bucketAuto can specify a 'granularity' with numeric boundaries only, but found a value with type: ${typeName(value)}`,
    );
  }
  if (Number.isNaN(value)) {
    throw requestFailed(
      "$bucketAuto can specify a 'granularity' with numeric boundaries only, but found a NaN",
    );
  }
  if (value < 0) {
    throw requestFailed(
      "$bucketAuto can specify a 'granularity' with non-negative numbers only, but found a negative number",
    );
  }
  return value;
}

/** The members of the series around a value: those of its power of ten, the one below and the one above. */
function steps(series: readonly number[], value: number): number[] {
  const power = Math.floor(Math.log10(value));
  return [power - 1, power, power + 1].flatMap((exponent) =>
    series.map((step) => Number(`${step}e${exponent}`)),
  );
}

function powerAbove(value: number): number {
  return 2 ** (Math.floor(Math.log2(value)) + 1);
}

function powerBelow(value: number): number {
  return 2 ** (Math.ceil(Math.log2(value)) - 1);
}
