import { invalidOperator, writeFailed } from '../failure';
import { sameValue } from '../order';
import { clone, isDocument, type Document, type Value } from '../value';
import { $addToSet } from './add-to-set';
import { $inc, $mul } from './arithmetic';
import { $bit } from './bit';
import { $max, $min } from './extremes';
import type { UpdateOperator } from './operator';
import { $pop } from './pop';
import { $pull, $pullAll } from './pull';
import { $push } from './push';
import { $rename } from './rename';
import { $set } from './set';
import { $unset } from './unset';

/*
 * The update operators are our own and not mingo's: its updater takes no replacement for one operator, and most of them accept
 * what MongoDB refuses (docs/emulator/database.md).
 */
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

/** Compiles `{$set: {…}, $inc: {…}}`. Throws DatabaseFailure for what no document could take. */
export function compileUpdate(data: Document): CompiledUpdate {
  const steps = Object.entries(data).flatMap(([name, fields]) => {
    const operator = OPERATORS.get(name);
    if (!operator) throw unknownModifier(name);
    if (!isDocument(fields)) {
      throw writeFailed(`Modifiers operate on fields but we found type ${typeof fields} instead.`);
    }
    return Object.entries(fields).map(([path, operand]) => ({ name, operator, path, operand }));
  });
  assertNoConflict(
    steps.flatMap(({ name, path, operand }) =>
      name === '$rename' ? [path, ...(typeof operand === 'string' ? [operand] : [])] : [path],
    ),
  );
  for (const { operator, path, operand } of steps) operator.check?.(operand, path);
  return (document, options) => {
    const result = clone(document);
    for (const { name, operator, path, operand } of steps) {
      if (name !== '$setOnInsert' || options?.inserting) operator.apply(result, path, operand);
    }
    assertSameId(document._id, result._id);
    return result;
  };
}

function unknownModifier(name: string) {
  const absent = ['$currentDate', '$setWindowFields'].includes(name);
  return invalidOperator(
    absent
      ? `The local cloud does not support ${name}`
      : `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
  );
}

/** Two operators must not touch the same field, nor one a field inside the other's. */
function assertNoConflict(paths: string[]): void {
  for (const path of paths) assertPath(path);
  const seen = new Set<string>();
  for (const path of paths) {
    for (const earlier of seen) {
      if (path === earlier || path.startsWith(`${earlier}.`) || earlier.startsWith(`${path}.`)) {
        const shorter = path.length < earlier.length ? path : earlier;
        throw writeFailed(`Updating the path '${path}' would create a conflict at '${shorter}'`);
      }
    }
    seen.add(path);
  }
}

function assertPath(path: string): void {
  const components = path.split('.');
  if (components.includes(''))
    throw writeFailed(`The update path '${path}' contains an empty field name, which is not allowed.`);
  if (components.includes('__proto__')) {
    throw writeFailed('The field name __proto__ is not supported by the local cloud');
  }
  const positional = components.find((component) => component === '$' || component.startsWith('$['));
  if (positional)
    throw invalidOperator(`The local cloud does not support the positional operator ${positional}`);
  const dollar = components.find((component) => component.startsWith('$'));
  if (dollar) {
    throw writeFailed(`The dollar ($) prefixed field '${dollar}' in '${path}' is not valid for storage.`);
  }
}

function assertSameId(before: Value | undefined, after: Value | undefined): void {
  if (before !== undefined && (after === undefined || !sameValue(before, after))) {
    throw writeFailed("Performing an update on the path '_id' would modify the immutable field '_id'");
  }
}
