import { invalidOperator, requestFailed } from '../failure';
import { show } from '../update/show';
import { isDocument, type Document, type Value } from '../value';
import type { Compile, Evaluate, Operator } from './expression';
import { fieldPath, readPath } from './field-path';

/** Variables that are always there; NOW and CLUSTER_TIME are left out, for the clock of a request does not reach here. */
const ALWAYS = ['ROOT', 'CURRENT', 'REMOVE'];
const ABSENT = new Set(['NOW', 'CLUSTER_TIME', 'JS_SCOPE', 'IS_MR', 'SEARCH_META', 'USER_ROLES']);

/** A compiler of expressions with these operators. */
export function compiler(operators: ReadonlyMap<string, Operator>): Compile {
  return compileWith(operators, new Set());
}

function compileWith(operators: ReadonlyMap<string, Operator>, known: ReadonlySet<string>): Compile {
  const compile = (operand: Value): Evaluate => {
    if (typeof operand === 'string' && operand.startsWith('$$')) return variable(operand.slice(2), known);
    if (typeof operand === 'string' && operand.startsWith('$')) return field(operand.slice(1));
    if (Array.isArray(operand)) return list(operand.map(compile));
    if (!isDocument(operand)) return () => operand;
    return operatorOrDocument(operand, operators, Object.assign(compile, { knowing }));
  };
  const knowing = (names: readonly string[]) => compileWith(operators, new Set([...known, ...names]));
  return Object.assign(compile, { knowing });
}

function field(path: string): Evaluate {
  const components = fieldPath(path);
  return ({ root }) => readPath(root, components);
}

function variable(text: string, known: ReadonlySet<string>): Evaluate {
  const [name = '', ...rest] = text.split('.');
  const components = rest.length > 0 ? fieldPath(rest.join('.')) : [];
  if (name === '') throw requestFailed('empty variable names are not allowed');
  if (ABSENT.has(name)) throw invalidOperator(`The local cloud does not support $$${name}`);
  if (name === 'REMOVE') return () => undefined;
  if (!known.has(name)) {
    if (!ALWAYS.includes(name)) throw requestFailed(`Use of undefined variable: ${name}`);
    return ({ root }) => readPath(root, components);
  }
  return ({ variables }) => readPath(variables?.[name], components);
}

/** Inside an array what is missing becomes null. */
function list(parts: Evaluate[]): Evaluate {
  return (scope) => parts.map((part) => part(scope) ?? null);
}

function operatorOrDocument(
  operand: Document,
  operators: ReadonlyMap<string, Operator>,
  compile: Compile,
): Evaluate {
  const fields = Object.keys(operand);
  const name = fields[0];
  if (name?.startsWith('$')) {
    if (fields.length !== 1) {
      throw requestFailed(
        'an expression specification must contain exactly one field, the name of the expression. ' +
          `Found ${fields.length} fields in ${show(operand)}`,
      );
    }
    const operator = operators.get(name);
    if (!operator) throw invalidOperator(`Unrecognized expression '${name}'`);
    return operator(operand[name] as Value, compile, name);
  }
  const parts = Object.entries(operand).map(([key, inner]) => [fieldName(key), compile(inner)] as const);
  return (scope) => {
    const document: Document = {};
    for (const [key, part] of parts) {
      const value = part(scope);
      if (value !== undefined) document[key] = value;
    }
    return document;
  };
}

function fieldName(name: string): string {
  if (name.startsWith('$'))
    throw requestFailed(`FieldPath field names may not start with '$'. Found: ${name}`);
  if (name.includes('.')) throw requestFailed("FieldPath field names may not contain '.'.");
  return name;
}

/** A name that $let, $map and their like may give to a variable. */
export function variableName(name: Value | undefined): string {
  if (typeof name !== 'string' || name === '') throw requestFailed('empty variable names are not allowed');
  if (!/^[a-z\u0080-\uffff]/.test(name) && name !== 'CURRENT') {
    throw requestFailed(`'${name}' starts with an invalid character for a user variable name`);
  }
  const wrong = /[^\w\u0080-\uffff]/.exec(name);
  if (wrong)
    throw requestFailed(`'${name}' contains an invalid character for a variable name: '${wrong[0]}'`);
  return name;
}
