import { invalidOperator, writeFailed } from '../failure';
import { sameValue } from '../order';
import { clone, isDocument, typeName, type Document, type Value } from '../value';
import { $addToSet } from './add-to-set';
import { $inc, $mul } from './arithmetic';
import { $bit } from './bit';
import { $max, $min } from './extremes';
import type { UpdateOperator } from './operator';
import { assertNoConflict, assertPath, comparePaths, expand, hasDynamic } from './paths';
import { $pop } from './pop';
import { $pull, $pullAll } from './pull';
import { $push } from './push';
import { $rename } from './rename';
import { $set } from './set';
import { $unset } from './unset';

const OPERATORS = new Map<string, UpdateOperator>(
  Object.entries({
    $set,
    $setOnInsert: $set,
    $unset,
    $inc,
    $mul,
    $min,
    $max,
    $push,
    $addToSet,
    $pull,
    $pullAll,
    $pop,
    $rename,
    $bit,
  }),
);

/** Changes a document by the operators it was compiled from; the argument stays as it is. */
export type CompiledUpdate = (document: Document, options?: { inserting: boolean }) => Document;

/** The element of an array that the condition of the update matched: what `$` in a path stands for. */
export type Position = (document: Document) => number | undefined;

interface Step {
  name: string;
  operator: UpdateOperator;
  path: string;
  operand: Value;
}

/** Compiles `{$set: {…}, $inc: {…}}`. Throws DatabaseFailure for what no document could take. */
export function compileUpdate(data: Document, position: Position = () => undefined): CompiledUpdate {
  const steps = stepsOf(data);
  for (const { path } of steps) assertPath(path);
  for (const { operator, operand, path } of steps) operator.check?.(operand, path);
  assertNoConflict(steps.flatMap(touched));
  const dynamic = steps.some(({ path }) => hasDynamic(path));
  return (document, options) => {
    const active = steps.filter(({ name }) => name !== '$setOnInsert' || options?.inserting);
    const concrete = dynamic ? expanded(active, document, () => position(document)) : active;
    const result = clone(document);
    for (const { operator, path, operand } of concrete) operator.apply(result, path, operand);
    assertSameId(document._id, result._id);
    return result;
  };
}

function stepsOf(data: Document): Step[] {
  const steps = Object.entries(data).flatMap(([name, fields]) => {
    const operator = OPERATORS.get(name);
    if (!operator) throw unknownModifier(name);
    if (!isDocument(fields)) {
      throw writeFailed(
        `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}}`,
      );
    }
    return Object.entries(fields).map(([path, operand]) => ({ name, operator, path, operand }));
  });
  return steps.sort((a, b) => comparePaths(placeOf(a), placeOf(b)));
}

/** Where a step writes: a renamed field is put in at its new name. */
function placeOf({ name, path, operand }: Step): string {
  return name === '$rename' && typeof operand === 'string' ? operand : path;
}

function touched(step: Step): string[] {
  return step.name === '$rename' ? [step.path, placeOf(step)] : [step.path];
}

function expanded(steps: readonly Step[], document: Document, position: () => number | undefined): Step[] {
  const concrete = steps.flatMap((step) =>
    expand(document, step.path, position).map((path) => ({ ...step, path })),
  );
  assertNoConflict(concrete.flatMap(touched));
  return concrete;
}

function unknownModifier(name: string) {
  const absent = ['$currentDate', '$setWindowFields'].includes(name);
  return invalidOperator(
    absent
      ? `The local cloud does not support ${name}`
      : `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
  );
}

function assertSameId(before: Value | undefined, after: Value | undefined): void {
  if (before !== undefined && (after === undefined || !sameValue(before, after))) {
    throw writeFailed("Performing an update on the path '_id' would modify the immutable field '_id'");
  }
}
