import { requestFailed } from '../failure';
import { typeName, type Value } from '../value';
import { isoText } from './date-format';
import { shown } from './expression';

/** What operators on text make of other values: numbers and dates are written out, null and missing are empty. */
export function asText(value: Value | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (value instanceof Date) return isoText(value);
  throw requestFailed(`can't convert from BSON type ${typeName(value)} to String`);
}

export function numberText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  return Object.is(value, -0) ? '-0' : String(value);
}

/** The characters as MongoDB counts them: code points, not the halves of UTF-16. */
export function codePoints(text: string): string[] {
  return [...text];
}

/** A whole number that stands for a place or a length in a text. */
export function wholeIndex(value: Value | undefined, describe: string): number {
  if (typeof value !== 'number') {
    throw requestFailed(`${describe} must be a numeric type (is BSON type ${typeName(value)})`);
  }
  return Math.trunc(value);
}

/** A text argument. Throws for anything else. */
export function textOf(value: Value | undefined, name: string, which: string): string {
  if (typeof value === 'string') return value;
  throw requestFailed(`${name} requires a string as the ${which} argument, found: ${typeName(value)}`);
}

/** An operator on a text with named arguments, refused with MongoDB's words when an argument is no text. */
export function namedText(value: Value | undefined, name: string, key: string): string {
  if (typeof value === 'string') return value;
  const got = `got ${shown(value)} (of type ${typeName(value)}) instead.`;
  throw requestFailed(
    key === 'input'
      ? `${name} requires its input to be a string, ${got}`
      : `${name} requires '${key}' to be a string, ${got}`,
  );
}
