import { requestFailed } from '../failure';
import { sameValue } from '../order';
import { isDocument, typeName, type Document, type Value } from '../value';
import { argumentsOf, isInt32, isNullish, type Operator, shown, withArguments } from './expression';

export const $arrayElemAt = withArguments(2, 2, (name, array, index) => {
  if (isNullish(array) || isNullish(index)) return null;
  if (!Array.isArray(array)) {
    throw requestFailed(`${name}'s first argument must be an array, but is ${typeName(array)}`);
  }
  if (typeof index !== 'number') {
    throw requestFailed(`${name}'s second argument must be a numeric value, but is ${typeName(index)}`);
  }
  if (!isInt32(index)) {
    throw requestFailed(`${name}'s second argument must be representable as a 32-bit integer: ${index}`);
  }
  return array.at(index);
});

const atEnd = (index: 0 | -1): Operator =>
  withArguments(1, 1, (name, array) => {
    if (isNullish(array)) return null;
    if (Array.isArray(array)) return array.at(index);
    throw requestFailed(`${name}'s argument must be an array, but is ${typeName(array)}`);
  });

export const $first = atEnd(0);
export const $last = atEnd(-1);

export const $concatArrays: Operator = (operand, compile) => {
  const parts = argumentsOf(operand, compile);
  return (scope) => {
    const joined: Value[] = [];
    for (const part of parts) {
      const value = part(scope);
      if (isNullish(value)) return null;
      if (!Array.isArray(value))
        throw requestFailed(`$concatArrays only supports arrays, not ${typeName(value)}`);
      joined.push(...value);
    }
    return joined;
  };
};

export const $in = withArguments(2, 2, (_name, value, array) => {
  if (!Array.isArray(array)) {
    throw requestFailed(`$in requires an array as a second argument, found: ${typeName(array)}`);
  }
  return value !== undefined && array.some((item) => sameValue(item, value));
});

export const $indexOfArray = withArguments(2, 4, (name, array, value, start = 0, end) => {
  if (isNullish(array)) return null;
  if (!Array.isArray(array)) {
    throw requestFailed(`${name} requires an array as a first argument, found: ${typeName(array)}`);
  }
  const from = placeOf(start, name, 'starting');
  const to = Math.min(array.length, end === undefined ? array.length : placeOf(end, name, 'ending'));
  for (let index = from; index < to; index++) if (sameValue(array[index], value)) return index;
  return -1;
});

/** A place in a list or text that the caller gives. Throws unless it is a whole number from 0 on. */
export function placeOf(value: Value, name: string, which: 'starting' | 'ending'): number {
  if (typeof value !== 'number' || !isInt32(value)) {
    throw requestFailed(
      `${name} requires an integral ${which} index, found a value of type: ${typeName(value)}, with value: "${shown(value)}"`,
    );
  }
  if (value < 0) throw requestFailed(`${name} requires a nonnegative ${which} index, found: ${value}`);
  return value;
}

export const $isArray = withArguments(1, 1, (_name, value) => Array.isArray(value));

export const $size = withArguments(1, 1, (_name, array) => {
  if (Array.isArray(array)) return array.length;
  throw requestFailed(`The argument to $size must be an array, but was of type: ${typeName(array)}`);
});

export const $reverseArray = withArguments(1, 1, (_name, array) => {
  if (isNullish(array)) return null;
  if (Array.isArray(array)) return array.slice().reverse();
  throw requestFailed(`The argument to $reverseArray must be an array, but was of type: ${typeName(array)}`);
});

export const $range = withArguments(2, 3, (_name, start, end, step = 1) => {
  const [from, to] = [rangeEnd(start, 'starting'), rangeEnd(end, 'ending')];
  const by = rangeEnd(step, 'step');
  if (by === 0) throw requestFailed('$range requires a non-zero step value');
  const list: number[] = [];
  for (let value = from; by > 0 ? value < to : value > to; value += by) list.push(value);
  return list;
});

function rangeEnd(value: Value | undefined, which: string): number {
  if (typeof value !== 'number') {
    const type = `found value of type: ${typeName(value)}`;
    throw requestFailed(`$range requires a numeric ${which} value, ${type}`);
  }
  if (isInt32(value)) return value;
  throw requestFailed(
    `$range requires a ${which} value that can be represented as a 32-bit integer, found value: ${value}`,
  );
}

export const $slice = withArguments(2, 3, (_name, array, ...rest) => {
  const [first, second] = rest;
  if (isNullish(array) || isNullish(first) || (rest.length > 1 && isNullish(second))) return null;
  if (!Array.isArray(array)) {
    throw requestFailed(`First argument to $slice must be an array, but is of type: ${typeName(array)}`);
  }
  const number = sliceNumber(first, 'Second');
  if (second === undefined) return number < 0 ? array.slice(number) : array.slice(0, number);
  const count = sliceNumber(second, 'Third');
  if (count <= 0) throw requestFailed(`Third argument to $slice must be positive: ${count}`);
  const from = number < 0 ? Math.max(0, array.length + number) : number;
  return array.slice(from, from + count);
});

function sliceNumber(value: Value, which: string): number {
  if (typeof value !== 'number') {
    throw requestFailed(
      `${which} argument to $slice must be a numeric value, but is of type: ${typeName(value)}`,
    );
  }
  if (isInt32(value)) return value;
  throw requestFailed(`${which} argument to $slice can't be represented as a 32-bit integer: ${value}`);
}

/** Pairs `[key, value]` or documents `{k, v}`; of equal keys the last wins. */
export const $arrayToObject = withArguments(1, 1, (_name, array) => {
  if (isNullish(array)) return null;
  if (!Array.isArray(array)) {
    throw requestFailed(`$arrayToObject requires an array input, found: ${typeName(array)}`);
  }
  const pairs = array.length > 0 && Array.isArray(array[0]) ? array.map(listPair) : array.map(documentPair);
  const document: Document = {};
  for (const [key, value] of pairs) document[key] = value;
  return document;
});

function listPair(item: Value): [string, Value] {
  if (!Array.isArray(item)) {
    throw requestFailed(
      `$arrayToObject requires a consistent input format. Elements must all be arrays or all be objects. Array was detected, now found: ${typeName(item)}`,
    );
  }
  if (item.length !== 2) {
    throw requestFailed(
      `$arrayToObject requires an array of size 2 arrays,found array of size: ${item.length}`,
    );
  }
  return [keyOf(item[0]), item[1] as Value];
}

function documentPair(item: Value): [string, Value] {
  if (!isDocument(item)) {
    throw requestFailed(`Unrecognised input type format for $arrayToObject: ${typeName(item)}`);
  }
  const fields = Object.keys(item);
  if (fields.length !== 2) {
    throw requestFailed(
      `$arrayToObject requires an object keys of 'k' and 'v'. Found incorrect number of keys:${fields.length}`,
    );
  }
  if (item.k === undefined || item.v === undefined) {
    throw requestFailed(
      "$arrayToObject requires an object with keys 'k' and 'v'. Missing either or both keys from: " +
        shown(item),
    );
  }
  return [keyOf(item.k), item.v];
}

function keyOf(key: Value | undefined): string {
  if (typeof key !== 'string') {
    throw requestFailed(
      `$arrayToObject requires an array of key-value pairs, where the key must be of type string. Found key type: ${typeName(key)}`,
    );
  }
  if (key === '__proto__')
    throw requestFailed('The field name __proto__ is not supported by the local cloud');
  return key;
}
