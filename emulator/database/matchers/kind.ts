import { requestFailed } from '../failure';
import { typeName, type Value } from '../value';
import { type Matcher, not, opening } from './condition';

export const $exists: Matcher = (operand) => {
  const exists = opening((value) => value !== undefined);
  return truthy(operand) ? [exists] : [not([exists])];
};

function truthy(operand: Value): boolean {
  return operand !== null && operand !== false && operand !== 0;
}

/** MongoDB's names of types by number; those that are never stored here are known all the same. */
const NAMES = new Map<number, string>([
  [-1, 'minKey'],
  [1, 'double'],
  [2, 'string'],
  [3, 'object'],
  [4, 'array'],
  [5, 'binData'],
  [6, 'undefined'],
  [7, 'objectId'],
  [8, 'bool'],
  [9, 'date'],
  [10, 'null'],
  [11, 'regex'],
  [12, 'dbPointer'],
  [13, 'javascript'],
  [14, 'symbol'],
  [15, 'javascriptWithScope'],
  [16, 'int'],
  [17, 'timestamp'],
  [18, 'long'],
  [19, 'decimal'],
  [127, 'maxKey'],
]);
const ALIASES = new Set([...NAMES.values(), 'number']);

export const $type: Matcher = (operand, { path }) => {
  const listed = Array.isArray(operand) ? operand : [operand];
  if (listed.length === 0) throw requestFailed(`${path} must match at least one type`);
  const names = new Set(listed.map(nameOfType));
  return [
    opening(
      (value) =>
        value !== undefined &&
        (names.has(typeName(value)) || (typeof value === 'number' && names.has('number'))),
    ),
  ];
};

function nameOfType(item: Value): string {
  if (typeof item !== 'number' && typeof item !== 'string') {
    throw requestFailed('type must be represented as a number or a string');
  }
  const name = typeof item === 'number' ? NAMES.get(item) : item;
  if (name === undefined) throw requestFailed(`Invalid numerical type code: ${String(item)}`);
  if (!ALIASES.has(name)) throw requestFailed(`Unknown type name alias: ${name}`);
  return name;
}
