import { isOperators, validate, validateOperators } from './query-rules';
import { isObject, type Plain, refuse } from './values';

/*
 * Updates that MongoDB refuses before it looks at any document.
 */

export interface Change {
  name: string;
  path: string;
  operand: Plain;
}

export function check({ name, path, operand }: Change): void {
  const parts = path.split('.');
  if (parts.includes('')) refuse('empty field name');
  if (['$', '$[]'].includes(parts[0] ?? '')) refuse('positional in front');
  if (parts.filter((part) => part === '$').length > 1) refuse('too many positional');
  if (parts.some((part) => part.startsWith('$') && part !== '$' && part !== '$[]')) refuse('dollar field');
  if (['$inc', '$mul'].includes(name) && typeof operand !== 'number') refuse('non-numeric argument');
  if (['$set', '$min', '$max', '$setOnInsert'].includes(name)) storable(operand);
  if (name === '$push') checkPush(operand);
  if (name === '$addToSet') items(operand).forEach(storable);
  if (name === '$pull') checkPull(operand);
  if (name === '$pullAll' && !Array.isArray(operand)) refuse('$pullAll requires an array');
  if (name === '$pop' && operand !== 1 && operand !== -1) refuse('$pop expects 1 or -1');
  if (name === '$bit') checkBit(operand);
  if (name === '$rename') checkRename(path, operand);
}

function storable(value: Plain): void {
  if (Array.isArray(value)) value.forEach(storable);
  if (!isObject(value)) return;
  for (const [field, inner] of Object.entries(value)) {
    if (field.startsWith('$') || field.includes('.')) refuse('not valid for storage');
    storable(inner);
  }
}

function checkPush(operand: Plain): void {
  if (!isObject(operand) || !('$each' in operand)) return storable(operand);
  const { $each, $position = 0, $slice = 0, $sort = 1, ...rest } = operand;
  if (Object.keys(rest).length > 0) refuse('Unrecognized clause');
  if (!Array.isArray($each)) refuse('$each must be an array');
  $each.forEach(storable);
  if (!Number.isInteger($position) || !Number.isInteger($slice)) refuse('must be an integer');
  const directions = isObject($sort) ? Object.values($sort) : [$sort];
  if (directions.length === 0 || !directions.every((item) => item === 1 || item === -1))
    refuse('$sort is invalid');
}

function checkPull(operand: Plain): void {
  if (!isObject(operand)) return;
  const logical = ['$and', '$or', '$nor'].includes(Object.keys(operand)[0] ?? '');
  if (isOperators(operand) && !logical) validateOperators(operand);
  else validate(operand);
}

function checkBit(operand: Plain): void {
  if (!isObject(operand) || Object.keys(operand).length === 0) refuse('$bit needs an object');
  for (const [name, value] of Object.entries(operand)) {
    if (!['and', 'or', 'xor'].includes(name) || !isInt(value)) refuse('$bit takes integers');
  }
}

export const isInt = (value: Plain | undefined) =>
  Number.isInteger(value) && !Object.is(value, -0) && Math.abs(value as number) < 2 ** 31;

function checkRename(path: string, operand: Plain): void {
  if (typeof operand !== 'string') refuse('the target must be a string');
  if (`${operand}.`.startsWith(`${path}.`) || `${path}.`.startsWith(`${operand}.`))
    refuse('on the same path');
  if ([path, operand].some((text) => text.includes('$') || text.split('.').includes(''))) refuse('dynamic');
}

export function items(operand: Plain): Plain[] {
  if (!isObject(operand) || Object.keys(operand)[0] !== '$each') return [operand];
  if (!Array.isArray(operand.$each) || Object.keys(operand).length > 1)
    refuse('$each must be an array alone');
  return operand.$each;
}
