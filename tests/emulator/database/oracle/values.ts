/*
 * The order and equality of values, written from MongoDB's documents ("Comparison/Sort Order") and sharing nothing with the
 * local cloud: slow and plain, to be compared with it.
 */

export type Plain = null | boolean | number | string | Date | RegExp | Plain[] | { [field: string]: Plain };
export type PlainDocument = { [field: string]: Plain };

/** What MongoDB refuses. */
export class Refused extends Error {}

export function refuse(why: string): never {
  throw new Refused(why);
}

const ORDER = ['null', 'number', 'string', 'object', 'array', 'bool', 'date', 'regex'] as const;
type Kind = (typeof ORDER)[number];

export function kindOf(value: Plain | undefined): Kind {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regex';
  const kind = typeof value;
  if (kind === 'boolean') return 'bool';
  return kind as 'number' | 'string' | 'object';
}

export function isObject(value: Plain | undefined): value is PlainDocument {
  return value !== undefined && kindOf(value) === 'object';
}

/** Smaller, equal, larger: -1, 0, 1. Missing sorts as null. */
export function order(a: Plain | undefined, b: Plain | undefined): number {
  const [kindA, kindB] = [ORDER.indexOf(kindOf(a)), ORDER.indexOf(kindOf(b))];
  if (kindA !== kindB) return kindA < kindB ? -1 : 1;
  if (typeof a === 'number' && typeof b === 'number') return orderOfNumbers(a, b);
  if (typeof a === 'string' && typeof b === 'string')
    return orderOfLists(points(a), points(b), orderOfNumbers);
  if (typeof a === 'boolean' && typeof b === 'boolean') return orderOfNumbers(Number(a), Number(b));
  if (a instanceof Date && b instanceof Date) return orderOfNumbers(a.getTime(), b.getTime());
  if (a instanceof RegExp && b instanceof RegExp) return order(a.source, b.source) || order(a.flags, b.flags);
  if (Array.isArray(a) && Array.isArray(b)) return orderOfLists(a, b, order);
  if (isObject(a) && isObject(b)) return orderOfLists(Object.entries(a), Object.entries(b), orderOfFields);
  return 0;
}

/** Documents: field by field in their own order, by the type of the value, then the name, then the value. */
function orderOfFields([nameA, a]: [string, Plain], [nameB, b]: [string, Plain]): number {
  const byKind = orderOfNumbers(ORDER.indexOf(kindOf(a)), ORDER.indexOf(kindOf(b)));
  return byKind || order(nameA, nameB) || order(a, b);
}

function points(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

/** NaN is less than every other number; -0 equals 0. */
function orderOfNumbers(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  return Math.sign(a - b) || (a === b ? 0 : a < b ? -1 : 1);
}

function orderOfLists<T>(a: T[], b: T[], compare: (a: T, b: T) => number): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const found = compare(a[i] as T, b[i] as T);
    if (found !== 0) return found;
  }
  return orderOfNumbers(a.length, b.length);
}

export function equal(a: Plain | undefined, b: Plain | undefined): boolean {
  return order(a, b) === 0;
}

/** A copy that can be changed. */
export function copy<T extends Plain>(value: T): T;
export function copy(value: Plain): Plain {
  if (Array.isArray(value)) return value.map((item) => copy(item));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, copy(inner)]));
}
