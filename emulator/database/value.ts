/** What a stored document can hold. Numbers are doubles: integers beyond 2^53 lose digits, as they do in the SDK itself. */
export type Value = null | boolean | number | string | Date | RegExp | Value[] | Document;

export interface Document {
  [field: string]: Value;
}

/** True for a plain document; dates, regular expressions and arrays are values of their own. */
export function isDocument(value: unknown): value is Document {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof RegExp)
  );
}

/** MongoDB's name of a value's type, as its error messages use it. */
export function typeName(value: Value | undefined): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regex';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return numberType(value);
  return typeof value;
}

/** int, long or double: how the number would travel in canonical EJSON. */
export function numberType(value: number): 'int' | 'long' | 'double' {
  if (!Number.isInteger(value) || Object.is(value, -0)) return 'double';
  if (value >= -0x80000000 && value <= 0x7fffffff) return 'int';
  return value >= -(2 ** 63) && value < 2 ** 63 ? 'long' : 'double';
}

/** A copy that shares nothing with the original. */
export function clone<T extends Value>(value: T): T;
export function clone(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => clone(item));
  if (value instanceof Date) return new Date(value);
  if (value instanceof RegExp) return new RegExp(value.source, value.flags);
  const copy: Document = {};
  for (const field of Object.keys(value)) copy[field] = clone(value[field] as Value);
  return copy;
}
