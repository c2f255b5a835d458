import { match } from './query';
import { isOperators } from './query-rules';
import { isInt, items } from './update-rules';
import { copy, equal, isObject, order, type Plain, type PlainDocument, refuse } from './values';

/*
 * What the operators of updates make of one value.
 */

export const isIndex = (text: string | undefined) => text !== undefined && /^(0|[1-9]\d*)$/.test(text);

export function step(value: Plain | undefined, part: string): Plain | undefined {
  if (Array.isArray(value)) return isIndex(part) ? value[Number(part)] : undefined;
  return isObject(value) && Object.hasOwn(value, part) ? value[part] : undefined;
}

export const valueAt = (value: Plain | undefined, parts: string[]): Plain | undefined =>
  parts.reduce(step, value);

/** What the field becomes; undefined leaves it. */
export function computed(name: string, old: Plain | undefined, operand: Plain): Plain | undefined {
  switch (name) {
    case '$set':
      return copy(operand);
    case '$inc':
      return old === undefined ? operand : number(old) + (operand as number);
    case '$mul':
      return old === undefined ? 0 : number(old) * (operand as number);
    case '$min':
      return old === undefined || order(operand, old) < 0 ? copy(operand) : undefined;
    case '$max':
      return old === undefined || order(operand, old) > 0 ? copy(operand) : undefined;
    case '$addToSet': {
      const set = [...list(old)];
      for (const item of items(operand)) if (!set.some((member) => equal(member, item))) set.push(copy(item));
      return set;
    }
    case '$push':
      return pushed(list(old), operand);
    default:
      return bit(old, operand as PlainDocument);
  }
}

function number(old: Plain): number {
  return typeof old === 'number' ? old : refuse('non-numeric type');
}

function list(old: Plain | undefined): Plain[] {
  if (old === undefined) return [];
  return Array.isArray(old) ? old : refuse('must be an array');
}

function pushed(array: Plain[], operand: Plain): Plain[] {
  if (!isObject(operand) || !('$each' in operand)) return [...array, copy(operand)];
  const { $each, $position = array.length, $sort, $slice } = operand;
  const at = Number($position);
  const from = at < 0 ? Math.max(0, array.length + at) : Math.min(array.length, at);
  let result = [
    ...array.slice(0, from),
    ...($each as Plain[]).map((item) => copy(item)),
    ...array.slice(from),
  ];
  if (typeof $sort === 'number') result = result.sort((a, b) => order(a, b) * $sort);
  if (isObject($sort)) result = result.sort((a, b) => byFields(a, b, Object.entries($sort)));
  if ($slice === undefined) return result;
  if ($slice === 0) return [];
  return Number($slice) < 0 ? result.slice(Number($slice)) : result.slice(0, Number($slice));
}

function byFields(a: Plain, b: Plain, [first, ...rest]: [string, Plain][]): number {
  if (!first) return 0;
  const [path, direction] = [first[0].split('.'), Number(first[1])];
  const key = (item: Plain) => (isObject(item) ? valueAt(item, path) : undefined);
  return order(key(a), key(b)) * direction || byFields(a, b, rest);
}

function bit(old: Plain | undefined, operand: PlainDocument): number {
  if (old !== undefined && !isInt(old)) refuse('non-integer type');
  return Object.entries(operand).reduce(
    (value, [name, mask]) => {
      if (name === 'and') return value & Number(mask);
      return name === 'or' ? value | Number(mask) : value ^ Number(mask);
    },
    Number(old ?? 0),
  );
}

export function shorter(name: string, array: Plain[], operand: Plain): Plain[] {
  if (name === '$pop') return operand === 1 ? array.slice(0, -1) : array.slice(1);
  if (name === '$pullAll')
    return array.filter((item) => !(operand as Plain[]).some((other) => equal(item, other)));
  const first = isObject(operand) ? Object.keys(operand)[0] : undefined;
  const logical = ['$and', '$or', '$nor'].includes(first ?? '');
  if (operand instanceof RegExp || (isOperators(operand) && !logical)) {
    return array.filter((item) => !match({ item }, { item: operand }).holds);
  }
  if (!isObject(operand)) return array.filter((item) => !equal(item, operand));
  return array.filter((item) => !(isObject(item) && match(item, operand).holds));
}
