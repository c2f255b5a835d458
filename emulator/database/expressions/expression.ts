import { requestFailed } from '../failure';
import { show } from '../update/show';
import { isDocument, typeName, type Document, type Value } from '../value';

/** What an expression reads: the document and the variables that $let, $map and $lookup have set. */
export interface Scope {
  root: Value;
  variables?: Readonly<Record<string, Value | undefined>>;
}

/** A compiled expression; `undefined` stands for "missing". It never changes what it reads. */
export type Evaluate = (scope: Scope) => Value | undefined;

/** Compiles what stands inside an operator. */
export interface Compile {
  (operand: Value): Evaluate;
  /** The same compiler with these variables known besides. */
  knowing(names: readonly string[]): Compile;
}

/** Compiles one operator. Throws DatabaseFailure with MongoDB's message when it is misused. */
export type Operator = (operand: Value, compile: Compile, name: string) => Evaluate;

/** An operator on a fixed or limited number of arguments; one argument need not stand in an array. */
export function withArguments(
  least: number,
  most: number,
  evaluate: (name: string, ...values: (Value | undefined)[]) => Value | undefined,
): Operator {
  return (operand, compile, name) => {
    const parts = argumentsOf(operand, compile);
    assertArity(name, parts.length, least, most);
    return (scope) => evaluate(name, ...parts.map((part) => part(scope)));
  };
}

/** An operator on one argument, null for null and for what is missing. */
export function ofOne(evaluate: (value: Value, name: string) => Value | undefined): Operator {
  return withArguments(1, 1, (name, value) => (isNullish(value) ? null : evaluate(value, name)));
}

export function argumentsOf(operand: Value, compile: Compile): Evaluate[] {
  return (Array.isArray(operand) ? operand : [operand]).map((part) => compile(part));
}

export function assertArity(name: string, given: number, least: number, most: number): void {
  if (given >= least && given <= most) return;
  throw requestFailed(
    least === most
      ? `Expression ${name} takes exactly ${least} arguments. ${given} were passed in.`
      : `Expression ${name} takes at least ${least} arguments, and at most ${most}, but ${given} were passed in.`,
  );
}

/** The named arguments of an operator that takes a document. Throws for unknown and missing ones. */
export function namedArguments<Name extends string>(
  name: string,
  operand: Value,
  known: readonly Name[],
  required: readonly Name[],
): Partial<Record<Name, Value>> {
  if (!isDocument(operand)) {
    throw requestFailed(`${name} only supports an object as its argument, found: ${typeName(operand)}`);
  }
  const unknown = Object.keys(operand).find((key) => !(known as readonly string[]).includes(key));
  if (unknown !== undefined) throw requestFailed(`Unrecognized parameter to ${name}: ${unknown}`);
  const missing = required.find((key) => operand[key] === undefined);
  if (missing !== undefined) throw requestFailed(`Missing '${missing}' parameter to ${name}`);
  return operand as Partial<Record<Name, Value>>;
}

export function isNullish(value: Value | undefined): value is null | undefined {
  return value === null || value === undefined;
}

/** False, 0, null and missing are false; everything else, also an empty array or text, is true. */
export function truthy(value: Value | undefined): boolean {
  return !isNullish(value) && value !== false && value !== 0;
}

export function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= -0x80000000 && value <= 0x7fffffff;
}

/** A value inside a message. */
export function shown(value: Value | undefined): string {
  return value === undefined ? 'MISSING' : show(value);
}

/** The scope with one more variable. */
export function bind(scope: Scope, variables: Record<string, Value | undefined>): Scope {
  return { root: scope.root, variables: { ...scope.variables, ...variables } };
}

/** A document that $mergeObjects takes. Throws for anything else. */
export function mergeable(value: Value): Document {
  if (isDocument(value)) return value;
  throw requestFailed(
    `$mergeObjects requires object inputs, but input ${shown(value)} is of type ${typeName(value)}`,
  );
}
