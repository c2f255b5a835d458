import { requestFailed } from '../failure';
import { isDocument, typeName, type Document, type Value } from '../value';
import { assertFormat, defaultFormat, formatDate } from './date-format';
import { DATE_PARTS, localDate } from './date-parts';
import { parseDate, parseDateAs } from './date-parse';
import {
  type Compile,
  type Evaluate,
  isNullish,
  namedArguments,
  type Operator,
  type Scope,
  shown,
} from './expression';
import { UTC, type Zone, zoneOf } from './zone';

/** The date that an expression yields; null for null and missing. Throws for anything else. */
export function dateOf(value: Value | undefined): Date | null {
  if (isNullish(value)) return null;
  if (value instanceof Date) return value;
  throw requestFailed(`can't convert from BSON type ${typeName(value)} to Date`);
}

/** An optional zone: UTC when it is not given, null when it evaluates to null. */
export function optionalZone(operand: Value | undefined, compile: Compile): (scope: Scope) => Zone | null {
  if (operand === undefined) return () => UTC;
  const evaluate = compile(operand);
  return (scope) => zoneOf(evaluate(scope));
}

const part = (read: (local: Date) => number): Operator => {
  return (operand, compile, name) => {
    const { date, timezone } = datePart(operand, name);
    const evaluate = compile(date);
    const zone = optionalZone(timezone, compile);
    return (scope) => {
      const [value, at] = [dateOf(evaluate(scope)), zone(scope)];
      return value && at && read(localDate(value, at));
    };
  };
};

/** Either the date itself, also as the only element of an array, or `{date, timezone}`. */
function datePart(operand: Value, name: string): { date: Value; timezone?: Value } {
  if (isDocument(operand) && !Object.keys(operand)[0]?.startsWith('$')) {
    const unknown = Object.keys(operand).find((key) => key !== 'date' && key !== 'timezone');
    if (unknown !== undefined) throw requestFailed(`unrecognized option to ${name}: "${unknown}"`);
    if (operand.date === undefined) {
      throw requestFailed(`missing 'date' argument to ${name}, provided: ${name}: ${shown(operand)}`);
    }
    return { date: operand.date, timezone: operand.timezone };
  }
  if (!Array.isArray(operand)) return { date: operand };
  const [date] = operand;
  if (operand.length === 1 && date !== undefined) return { date };
  throw requestFailed(
    `${name} accepts exactly one argument if given an array, but was given ${operand.length}`,
  );
}

export const PARTS: [string, Operator][] = Object.entries(DATE_PARTS).map(([name, read]) => [
  name,
  part(read),
]);

export const $dateToString: Operator = (operand, compile, name) => {
  const parts = namedArguments(name, operand, ['date', 'format', 'timezone', 'onNull'], ['date']);
  if (typeof parts.format === 'string' && !parts.format.startsWith('$')) assertFormat(parts.format);
  const date = compile(parts.date as Value);
  const format = parts.format === undefined ? undefined : compile(parts.format);
  const zone = optionalZone(parts.timezone, compile);
  const onNull = parts.onNull === undefined ? () => null : compile(parts.onNull);
  return (scope) => {
    const written = format ? format(scope) : defaultFormat(parts.timezone !== undefined);
    const [value, at] = [dateOf(date(scope)), zone(scope)];
    if (!value) return onNull(scope);
    if (isNullish(written) || !at) return null;
    if (typeof written !== 'string') {
      const found = `found: ${typeName(written)} with value ${shown(written)}`;
      throw requestFailed(`$dateToString requires that 'format' be a string, ${found}`);
    }
    assertFormat(written);
    return formatDate(value, written, at);
  };
};

const FROM_STRING = ['dateString', 'format', 'timezone', 'onNull', 'onError'] as const;

export const $dateFromString: Operator = (operand, compile, name) => {
  const parts = namedArguments(name, operand, FROM_STRING, ['dateString']);
  const text = compile(parts.dateString as Value);
  const format = parts.format === undefined ? undefined : compile(parts.format);
  const zone = optionalZone(parts.timezone, compile);
  const onNull = parts.onNull === undefined ? () => null : compile(parts.onNull);
  const onError: Evaluate | undefined = parts.onError === undefined ? undefined : compile(parts.onError);
  return (scope) => {
    const [value, at, written] = [text(scope), zone(scope), format?.(scope)];
    if (isNullish(value)) return onNull(scope);
    if (!at || (format && isNullish(written))) return null;
    try {
      return read(value, written, parts.timezone === undefined ? undefined : at);
    } catch (error) {
      if (onError) return onError(scope);
      throw error;
    }
  };
};

function read(value: Value, format: Value | undefined, zone: Zone | undefined): Date {
  if (typeof value !== 'string') {
    const found = `found: ${typeName(value)} with value ${shown(value)}`;
    throw requestFailed(`$dateFromString requires that 'dateString' be a string, ${found}`);
  }
  if (format === undefined) return parseDate(value, zone);
  if (typeof format === 'string') return parseDateAs(value, format, zone);
  const found = `found: ${typeName(format)} with value ${shown(format)}`;
  throw requestFailed(`$dateFromString requires that 'format' be a string, ${found}`);
}

export const $dateToParts: Operator = (operand, compile, name) => {
  const parts = namedArguments(name, operand, ['date', 'timezone', 'iso8601'], ['date']);
  const date = compile(parts.date as Value);
  const zone = optionalZone(parts.timezone, compile);
  const iso = parts.iso8601 === undefined ? () => false : compile(parts.iso8601);
  return (scope) => {
    const [value, at, weeks] = [dateOf(date(scope)), zone(scope), iso(scope)];
    if (!value || !at || isNullish(weeks)) return null;
    if (typeof weeks !== 'boolean') {
      throw requestFailed(`iso8601 must evaluate to a bool, found ${typeName(weeks)}`);
    }
    const local = localDate(value, at);
    const day: Document = weeks
      ? {
          isoWeekYear: DATE_PARTS.$isoWeekYear(local),
          isoWeek: DATE_PARTS.$isoWeek(local),
          isoDayOfWeek: DATE_PARTS.$isoDayOfWeek(local),
        }
      : {
          year: DATE_PARTS.$year(local),
          month: DATE_PARTS.$month(local),
          day: DATE_PARTS.$dayOfMonth(local),
        };
    return {
      ...day,
      hour: DATE_PARTS.$hour(local),
      minute: DATE_PARTS.$minute(local),
      second: DATE_PARTS.$second(local),
      millisecond: DATE_PARTS.$millisecond(local),
    };
  };
};
