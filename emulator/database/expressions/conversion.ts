import { requestFailed } from '../failure';
import { typeName, type Value } from '../value';
import { parseDate } from './date-parse';
import { isNullish, namedArguments, type Operator, shown, withArguments } from './expression';
import { asText } from './text';

export const $type = withArguments(1, 1, (_name, value) => typeName(value));
export const $isNumber = withArguments(1, 1, (_name, value) => typeof value === 'number');

type Target = 'double' | 'string' | 'bool' | 'date' | 'int' | 'long';
const CODES: Record<number, Target> = {
  1: 'double',
  2: 'string',
  8: 'bool',
  9: 'date',
  16: 'int',
  18: 'long',
};

const CONVERT: Record<Target, (value: Value) => Value> = {
  double: (value) => toNumber(value, 'double'),
  int: (value) => toWhole(value, 'int', 2 ** 31),
  long: (value) => toWhole(value, 'long', 2 ** 63),
  string: (value) => (typeof value === 'boolean' ? String(value) : refuseComposite(value, 'string', asText)),
  bool: (value) => value !== false && value !== 0,
  date: toDate,
};

function refuseComposite(value: Value, target: Target, convert: (value: Value) => Value): Value {
  const convertible = typeof value !== 'object' || value instanceof Date;
  if (!convertible) throw unsupported(value, target);
  return convert(value);
}

function unsupported(value: Value, target: Target) {
  return requestFailed(
    `Unsupported conversion from ${typeName(value)} to ${target} in $convert with no onError value`,
  );
}

function toNumber(value: Value, target: Target): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof Date && target !== 'int') return value.getTime();
  if (typeof value !== 'string') throw unsupported(value, target);
  const whole = target === 'double' ? /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i : /^[+-]?\d+$/;
  if (whole.test(value)) return Number(value);
  throw requestFailed(
    `Failed to parse number '${value}' in $convert with no onError value: ${value === '' ? 'No digits' : 'Did not consume whole string.'}`,
  );
}

function toWhole(value: Value, target: Target, bound: number): number {
  const number = Math.trunc(toNumber(value, target));
  if (Number.isNaN(number) || !Number.isFinite(number)) {
    throw requestFailed(
      `Attempt to convert ${Number.isNaN(number) ? 'NaN' : 'infinity'} value to integer type in $convert with no onError value`,
    );
  }
  if (number < -bound || number >= bound) {
    throw requestFailed(
      `Conversion would overflow target type in $convert with no onError value: ${shown(value)}`,
    );
  }
  return number;
}

function toDate(value: Value): Value {
  if (value instanceof Date) return value;
  if (typeof value === 'string') return parseDate(value, undefined);
  if (typeof value !== 'number') throw unsupported(value, 'date');
  const date = new Date(Math.trunc(value));
  if (Number.isNaN(date.getTime())) throw unsupported(value, 'date');
  return date;
}

const to = (target: Target): Operator =>
  withArguments(1, 1, (_name, value) => (isNullish(value) ? null : CONVERT[target](value)));

export const $toDouble = to('double');
export const $toInt = to('int');
export const $toLong = to('long');
export const $toString = to('string');
export const $toBool = to('bool');
export const $toDate = to('date');

export const $convert: Operator = (operand, compile, name) => {
  const parts = namedArguments(name, operand, ['input', 'to', 'onError', 'onNull'], ['input', 'to']);
  const [input, target] = [compile(parts.input as Value), compile(parts.to as Value)];
  const onNull = parts.onNull === undefined ? undefined : compile(parts.onNull);
  const onError = parts.onError === undefined ? undefined : compile(parts.onError);
  return (scope) => {
    const [value, wanted] = [input(scope), target(scope)];
    if (isNullish(wanted)) return null;
    const kind = targetOf(wanted);
    if (isNullish(value)) return onNull ? onNull(scope) : null;
    if (!onError) return CONVERT[kind](value);
    try {
      return CONVERT[kind](value);
    } catch {
      return onError(scope);
    }
  };
};

function targetOf(wanted: Value): Target {
  const name = typeof wanted === 'number' ? CODES[wanted] : wanted;
  if (typeof name === 'string' && Object.hasOwn(CONVERT, name)) return name as Target;
  throw requestFailed(`Unknown type name: ${shown(wanted)}`);
}
