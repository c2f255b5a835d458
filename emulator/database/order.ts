import { isDocument, type Value } from './value';

/** BSON's order of types; missing sorts as null, and an empty array before both. */
function rank(value: Value | undefined): number {
  if (value === undefined || value === null) return 2;
  if (typeof value === 'number') return 3;
  if (typeof value === 'string') return 4;
  if (typeof value === 'boolean') return 8;
  if (value instanceof Date) return 9;
  if (value instanceof RegExp) return 11;
  return Array.isArray(value) ? 6 : 5;
}

const SURROGATE = /[\ud800-\udfff]/;

/** Total order of all values as MongoDB sorts them: negative, zero or positive. */
export function compareValues(a: Value | undefined, b: Value | undefined): number {
  const byType = rank(a) - rank(b);
  if (byType !== 0) return byType;
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b);
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  if (a instanceof RegExp && b instanceof RegExp) {
    return compareStrings(a.source, b.source) || compareStrings(a.flags, b.flags);
  }
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b);
  return isDocument(a) && isDocument(b) ? compareDocuments(a, b) : 0;
}

/** The order of expressions and groups, in which what is missing is less than null. */
export function compareWithMissing(a: Value | undefined, b: Value | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return compareValues(a, b);
}

/** True when both have the same type bracket, so that $gt and its like may compare them. */
export function comparable(a: Value | undefined, b: Value | undefined): boolean {
  return rank(a) === rank(b);
}

/** Equality as MongoDB has it: 1 equals 1.0, missing equals null, field order counts. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  return compareValues(a, b) === 0;
}

function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  if (Number.isNaN(b)) return 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By code point, as UTF-8 bytes compare: UTF-16 units order surrogates wrongly. */
function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  if (!SURROGATE.test(a) && !SURROGATE.test(b)) return a < b ? -1 : 1;
  const [one, other] = [[...a], [...b]];
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    const order = (one[at]?.codePointAt(0) ?? 0) - (other[at]?.codePointAt(0) ?? 0);
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

function compareArrays(a: Value[], b: Value[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareValues(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareDocuments(a: Record<string, Value>, b: Record<string, Value>): number {
  const fieldsA = Object.keys(a);
  const fieldsB = Object.keys(b);
  for (let i = 0; i < Math.min(fieldsA.length, fieldsB.length); i++) {
    const [fieldA, fieldB] = [fieldsA[i] as string, fieldsB[i] as string];
    const order =
      rank(a[fieldA]) - rank(b[fieldB]) ||
      compareStrings(fieldA, fieldB) ||
      compareValues(a[fieldA], b[fieldB]);
    if (order !== 0) return order;
  }
  return fieldsA.length - fieldsB.length;
}

/** A text that two values share exactly when sameValue holds: the key of hash indexes. */
export function hashKey(value: Value | undefined): string {
  if (value === undefined || value === null) return 'z';
  if (typeof value === 'number') return `n${value === 0 ? 0 : value}`;
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value instanceof Date) return `d${value.getTime()}`;
  if (value instanceof RegExp) return `r${JSON.stringify([value.source, value.flags])}`;
  if (Array.isArray(value)) return `[${value.map(hashKey).join()}]`;
  const fields = Object.keys(value).map((field) => `${JSON.stringify(field)}:${hashKey(value[field])}`);
  return `{${fields.join()}}`;
}
