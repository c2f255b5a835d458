import { requestFailed } from '../failure';
import { isDocument, typeName, type Document, type Value } from '../value';
import { variableName } from './compile';
import {
  argumentsOf,
  bind,
  isNullish,
  mergeable,
  namedArguments,
  type Operator,
  withArguments,
} from './expression';

export const $literal: Operator = (operand) => () => operand;

export const $let: Operator = (operand, compile, name) => {
  const parts = namedArguments(name, operand, ['vars', 'in'], ['vars', 'in']);
  if (!isDocument(parts.vars)) {
    throw requestFailed(`invalid parameter: expected an object (vars)`);
  }
  const variables = Object.entries(parts.vars).map(
    ([variable, value]) => [variableName(variable), compile(value)] as const,
  );
  const inner = compile.knowing(variables.map(([variable]) => variable))(parts.in as Value);
  return (scope) =>
    inner(bind(scope, Object.fromEntries(variables.map(([variable, part]) => [variable, part(scope)]))));
};

export const $mergeObjects: Operator = (operand, compile) => {
  const parts = argumentsOf(operand, compile);
  return (scope) => {
    const merged: Document = {};
    for (const part of parts) {
      const value = part(scope);
      if (isNullish(value)) continue;
      Object.assign(merged, mergeable(value));
    }
    return merged;
  };
};

export const $objectToArray = withArguments(1, 1, (_name, value) => {
  if (isNullish(value)) return null;
  if (isDocument(value)) return Object.entries(value).map(([k, v]) => ({ k, v }));
  throw requestFailed(`$objectToArray requires a document input, found: ${typeName(value)}`);
});
