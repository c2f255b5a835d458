import { requestFailed } from '../failure';
import { compareWithMissing } from '../order';
import { isDocument, typeName, type Value } from '../value';
import {
  argumentsOf,
  assertArity,
  type Evaluate,
  isNullish,
  namedArguments,
  type Operator,
  truthy,
  withArguments,
} from './expression';

export const $and: Operator = (operand, compile) => {
  const parts = argumentsOf(operand, compile);
  return (scope) => parts.every((part) => truthy(part(scope)));
};

export const $or: Operator = (operand, compile) => {
  const parts = argumentsOf(operand, compile);
  return (scope) => parts.some((part) => truthy(part(scope)));
};

export const $not = withArguments(1, 1, (_name, value) => !truthy(value));

const comparison = (result: (order: number) => boolean | number): Operator =>
  withArguments(2, 2, (_name, a, b) => result(compareWithMissing(a, b)));

export const $eq = comparison((order) => order === 0);
export const $ne = comparison((order) => order !== 0);
export const $gt = comparison((order) => order > 0);
export const $gte = comparison((order) => order >= 0);
export const $lt = comparison((order) => order < 0);
export const $lte = comparison((order) => order <= 0);
export const $cmp = comparison(Math.sign);

export const $cond: Operator = (operand, compile, name) => {
  const [condition, yes, no] = conditionParts(operand, name).map((part) => compile(part)) as [
    Evaluate,
    Evaluate,
    Evaluate,
  ];
  return (scope) => (truthy(condition(scope)) ? yes(scope) : no(scope));
};

function conditionParts(operand: Value, name: string): Value[] {
  if (!isDocument(operand)) {
    const parts = Array.isArray(operand) ? operand : [operand];
    assertArity(name, parts.length, 3, 3);
    return parts;
  }
  const named = namedArguments(name, operand, ['if', 'then', 'else'], ['if', 'then', 'else']);
  return [named.if, named.then, named.else] as Value[];
}

export const $ifNull: Operator = (operand, compile, name) => {
  const parts = argumentsOf(operand, compile);
  if (parts.length < 2) {
    throw requestFailed(`${name} needs at least two arguments, had: ${parts.length}`);
  }
  return (scope) => {
    for (const part of parts.slice(0, -1)) {
      const value = part(scope);
      if (!isNullish(value)) return value;
    }
    return parts.at(-1)?.(scope);
  };
};

export const $switch: Operator = (operand, compile) => {
  if (!isDocument(operand)) {
    throw requestFailed(`$switch requires an object as an argument, found: ${typeName(operand)}`);
  }
  const unknown = Object.keys(operand).find((key) => key !== 'branches' && key !== 'default');
  if (unknown !== undefined) throw requestFailed(`$switch found an unknown argument: ${unknown}`);
  const listed = operand.branches ?? [];
  if (!Array.isArray(listed)) {
    throw requestFailed(`$switch expected an array for 'branches', found: ${typeName(listed)}`);
  }
  if (listed.length === 0) throw requestFailed('$switch requires at least one branch.');
  const branches = listed.map((branch) => {
    const { when, then } = branchOf(branch);
    return { when: compile(when), then: compile(then) };
  });
  const otherwise = operand.default === undefined ? undefined : compile(operand.default);
  return (scope) => {
    const chosen = branches.find(({ when }) => truthy(when(scope)))?.then ?? otherwise;
    if (chosen) return chosen(scope);
    throw requestFailed(
      '$switch could not find a matching branch for an input, and no default was specified.',
    );
  };
};

function branchOf(branch: Value): { when: Value; then: Value } {
  if (!isDocument(branch)) {
    throw requestFailed(`$switch expected each branch to be an object, found: ${typeName(branch)}`);
  }
  const unknown = Object.keys(branch).find((key) => key !== 'case' && key !== 'then');
  if (unknown !== undefined) throw requestFailed(`$switch found an unknown argument to a branch: ${unknown}`);
  if (branch.case === undefined) throw requestFailed("$switch requires each branch have a 'case' expression");
  if (branch.then === undefined)
    throw requestFailed("$switch requires each branch have a 'then' expression.");
  return { when: branch.case, then: branch.then };
}
