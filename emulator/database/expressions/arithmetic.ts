import { requestFailed } from '../failure';
import { typeName, type Value } from '../value';
import { argumentsOf, isNullish, type Operator, ofOne, shown, withArguments } from './expression';

function numeric(value: Value, name: string): number {
  if (typeof value === 'number') return value;
  throw requestFailed(`${name} only supports numeric types, not ${typeName(value)}`);
}

/** A function of one number; anything but a number is refused, null stays null. */
const unary = (compute: (value: number) => number): Operator =>
  ofOne((value, name) => compute(numeric(value, name)));

export const $abs = unary(Math.abs);
export const $ceil = unary(Math.ceil);
export const $floor = unary(Math.floor);
export const $exp = unary(Math.exp);

export const $sqrt = unary((value) => {
  if (value < 0) throw requestFailed("$sqrt's argument must be greater than or equal to 0");
  return Math.sqrt(value);
});

const logarithm = (name: string, compute: (value: number) => number): Operator =>
  unary((value) => {
    if (value <= 0) throw requestFailed(`${name}'s argument must be a positive number, but is ${value}`);
    return compute(value);
  });

export const $ln = logarithm('$ln', Math.log);
export const $log10 = logarithm('$log10', Math.log10);

/** An operator on two numbers, null if either is null or missing. */
const binary = (
  refusal: (name: string, a: Value, b: Value) => string,
  compute: (a: number, b: number) => number,
): Operator =>
  withArguments(2, 2, (name, a, b) => {
    if (isNullish(a) || isNullish(b)) return null;
    if (typeof a !== 'number' || typeof b !== 'number') throw requestFailed(refusal(name, a, b));
    return compute(a, b);
  });

const both = (name: string, a: Value, b: Value) =>
  `${name} only supports numeric types, not ${typeName(a)} and ${typeName(b)}`;

export const $divide = binary(both, (a, b) => {
  if (b === 0) throw requestFailed("can't $divide by zero");
  return a / b;
});

export const $mod = binary(both, (a, b) => {
  if (b === 0) throw requestFailed("can't $mod by zero");
  return a % b;
});

export const $log = binary(
  (_name, a, b) =>
    typeof a === 'number'
      ? `$log's base must be numeric, not ${typeName(b)}`
      : `$log's argument must be numeric, not ${typeName(a)}`,
  (value, base) => {
    if (value <= 0) throw requestFailed(`$log's argument must be a positive number, but is ${value}`);
    if (base <= 0 || base === 1) {
      throw requestFailed(`$log's base must be a positive number not equal to 1, but is ${base}`);
    }
    // Exact for the powers of the usual bases, which a quotient of logarithms is not.
    if (base === 2) return Math.log2(value);
    return base === 10 ? Math.log10(value) : Math.log(value) / Math.log(base);
  },
);

export const $pow = binary(
  (_name, a, b) =>
    typeof a === 'number'
      ? `$pow's exponent must be numeric, not ${typeName(b)}`
      : `$pow's base must be numeric, not ${typeName(a)}`,
  (base, exponent) => {
    if (base === 0 && exponent < 0) {
      throw requestFailed('$pow cannot take a base of 0 and a negative exponent');
    }
    return base ** exponent;
  },
);

/** Numbers add up; one date among them makes a date. */
export const $add: Operator = (operand, compile) => {
  const parts = argumentsOf(operand, compile);
  return (scope) => {
    let sum = 0;
    let dates = 0;
    let nothing = false;
    for (const part of parts) {
      const value = part(scope);
      if (isNullish(value)) nothing = true;
      else if (value instanceof Date) {
        if (++dates > 1) throw requestFailed('only one date allowed in an $add expression');
        sum += value.getTime();
      } else if (typeof value === 'number') sum += value;
      else throw requestFailed(`$add only supports numeric or date types, not ${typeName(value)}`);
    }
    if (nothing) return null;
    return dates > 0 ? dateOf(sum) : sum;
  };
};

export const $multiply: Operator = (operand, compile) => {
  const parts = argumentsOf(operand, compile);
  return (scope) => {
    const values = parts.map((part) => part(scope));
    if (values.some(isNullish)) return null;
    return values.reduce<number>((product, value) => product * numeric(value as Value, '$multiply'), 1);
  };
};

/** Two dates give milliseconds, a date and a number a date. */
export const $subtract = withArguments(2, 2, (_name, a, b) => {
  if (isNullish(a) || isNullish(b)) return null;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  if (a instanceof Date && typeof b === 'number') return dateOf(a.getTime() - b);
  throw requestFailed(`can't $subtract ${typeName(b)} from ${typeName(a)}`);
});

function dateOf(time: number): Date {
  const date = new Date(Math.round(time));
  if (Number.isNaN(date.getTime())) throw requestFailed('date overflow');
  return date;
}

/** To a number of decimal places, or of tens when that is negative. */
const toPlaces = (compute: (value: number) => number): Operator =>
  withArguments(1, 2, (name, value, places = 0) => {
    if (isNullish(value) || isNullish(places)) return null;
    const number = numeric(value, name);
    if (typeof places !== 'number' || !Number.isInteger(places)) {
      throw requestFailed(`precision argument to  ${name} must be a integral value`);
    }
    if (places < -20 || places > 100) {
      throw requestFailed(
        `cannot apply ${name} with precision value ${shown(places)} value must be in [-20, 100]`,
      );
    }
    if (!Number.isFinite(number)) return number;
    // Shifting the decimal point in the text keeps 2.675 what it is written as.
    const shifted = compute(Number(shift(number, places)));
    return Number(shift(shifted, -places));
  });

function shift(value: number, places: number): string {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return `${digits}e${Number(exponent) + places}`;
}

export const $trunc = toPlaces(Math.trunc);
/** Halves go to the even neighbour. */
export const $round = toPlaces((value) => {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
});
