import { requestFailed } from '../failure';
import { isDocument, typeName, type Value } from '../value';
import { variableName } from './compile';
import { bind, isNullish, namedArguments, type Operator, shown, truthy } from './expression';

/*
 * Operators that evaluate an expression for each element of an array.
 */

export const $filter: Operator = (operand, compile, name) => {
  const parts = namedArguments(name, operand, ['input', 'as', 'cond'], ['input', 'cond']);
  const variable = parts.as === undefined ? 'this' : variableName(parts.as);
  const input = compile(parts.input as Value);
  const condition = compile.knowing([variable])(parts.cond as Value);
  return (scope) => {
    const array = inputOf(input(scope), name);
    return array && array.filter((item) => truthy(condition(bind(scope, { [variable]: item }))));
  };
};

export const $map: Operator = (operand, compile, name) => {
  const parts = namedArguments(name, operand, ['input', 'as', 'in'], ['input', 'in']);
  const variable = parts.as === undefined ? 'this' : variableName(parts.as);
  const input = compile(parts.input as Value);
  const each = compile.knowing([variable])(parts.in as Value);
  return (scope) => {
    const array = inputOf(input(scope), name);
    return array && array.map((item) => each(bind(scope, { [variable]: item })) ?? null);
  };
};

function inputOf(array: Value | undefined, name: string): Value[] | null {
  if (isNullish(array)) return null;
  if (Array.isArray(array)) return array;
  throw requestFailed(`input to ${name} must be an array not ${typeName(array)}`);
}

export const $reduce: Operator = (operand, compile) => {
  if (!isDocument(operand)) {
    throw requestFailed(`$reduce requires an object as an argument, found: ${typeName(operand)}`);
  }
  const unknown = Object.keys(operand).find((key) => !['input', 'initialValue', 'in'].includes(key));
  if (unknown !== undefined) throw requestFailed(`$reduce found an unknown argument: ${unknown}`);
  const [input, initial] = ['input', 'initialValue'].map((key) => compile(required(operand[key], key)));
  const step = compile.knowing(['this', 'value'])(required(operand.in, 'in'));
  return (scope) => {
    const array = input?.(scope);
    if (isNullish(array)) return null;
    if (!Array.isArray(array)) {
      throw requestFailed(`$reduce requires that 'input' be an array, found: ${shown(array)}`);
    }
    return array.reduce<Value | undefined>(
      (value, item) => step(bind(scope, { value, this: item })),
      initial?.(scope),
    );
  };
};

function required(value: Value | undefined, key: string): Value {
  if (value === undefined) throw requestFailed(`$reduce requires '${key}' to be specified`);
  return value;
}

export const $zip: Operator = (operand, compile) => {
  if (!isDocument(operand)) {
    throw requestFailed(`$zip only supports an object as an argument, found ${typeName(operand)}`);
  }
  const { inputs, useLongestLength = false, defaults, ...rest } = operand;
  const unknown = Object.keys(rest)[0];
  if (unknown !== undefined) throw requestFailed(`$zip found an unknown argument: ${unknown}`);
  if (!Array.isArray(inputs)) {
    throw requestFailed(`inputs must be an array of expressions, found ${typeName(inputs)}`);
  }
  if (inputs.length === 0) throw requestFailed('$zip requires at least one input array');
  if (typeof useLongestLength !== 'boolean') {
    throw requestFailed(`useLongestLength must be a bool, found ${typeName(useLongestLength)}`);
  }
  const fillers = zipDefaults(defaults, inputs.length, useLongestLength).map((item) => compile(item));
  const parts = inputs.map((item) => compile(item));
  return (scope) => {
    const arrays = parts.map((part) => part(scope));
    if (arrays.some(isNullish)) return null;
    const lists = arrays.map(zipInput);
    const lengths = lists.map((list) => list.length);
    const length = useLongestLength ? Math.max(...lengths) : Math.min(...lengths);
    const fill = fillers.map((filler) => filler(scope) ?? null);
    return Array.from({ length }, (_unused, row) =>
      lists.map((list, column) => (row < list.length ? (list[row] ?? null) : (fill[column] ?? null))),
    );
  };
};

function zipInput(value: Value | undefined): Value[] {
  if (Array.isArray(value)) return value;
  throw requestFailed(`$zip found a non-array expression in input: ${shown(value)}`);
}

function zipDefaults(defaults: Value | undefined, inputs: number, longest: boolean): Value[] {
  if (defaults === undefined) return [];
  if (!Array.isArray(defaults)) {
    throw requestFailed(`defaults must be an array of expressions, found ${typeName(defaults)}`);
  }
  if (!longest) throw requestFailed('cannot specify defaults unless useLongestLength is true');
  if (defaults.length !== inputs) throw requestFailed('defaults and inputs must have the same length');
  return defaults;
}
