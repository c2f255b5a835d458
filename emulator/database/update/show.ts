import { isDocument, type Value } from '../value';

/** A value as MongoDB's messages print it: `{a: 1, b: "x"}`. */
export function show(value: Value | undefined): string {
  if (value === undefined) return 'undefined';
  if (Array.isArray(value)) return `[ ${value.map(show).join(', ')} ]`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof RegExp) return String(value);
  if (!isDocument(value)) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([field, inner]) => `${field}: ${show(inner)}`)
    .join(', ')} }`;
}
