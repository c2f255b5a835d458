import { type Accumulator, accumulatorOf } from '../expressions/accumulators';
import type { Evaluate } from '../expressions/expression';
import { requestFailed } from '../failure';
import { hashKey } from '../order';
import { isDocument, type Document, type Value } from '../value';
import { expressionIn } from './shape';
import type { Inside, Stage, Variables } from './stage';

interface Output {
  field: string;
  accumulate: Accumulator;
  evaluate: Evaluate;
}

/** Computes the fields of a group from its rows. */
export type Outputs = (rows: Document[], variables: Variables) => Document;

/** Compiles `{total: {$sum: '$n'}, …}`. Throws DatabaseFailure. */
export function outputsOf(fields: [string, Value][], inside: Inside): Outputs {
  const outputs = fields.map(([field, value]): Output => {
    const { name, operand } = accumulatorIn(field, value);
    return { field, accumulate: accumulatorOf(name, operand), evaluate: expressionIn(inside)(operand) };
  });
  return (rows, variables) =>
    Object.fromEntries(
      outputs.map(({ field, accumulate, evaluate }) => [
        field,
        accumulate(rows.map((root) => evaluate({ root, variables }))) ?? null,
      ]),
    );
}

function accumulatorIn(field: string, value: Value): { name: string; operand: Value } {
  if (field.includes('.')) throw requestFailed(`The field name '${field}' cannot contain '.'`);
  if (field.startsWith('$')) throw requestFailed(`The field name '${field}' cannot be an operator name`);
  const names = isDocument(value) ? Object.keys(value) : [];
  const [name] = names;
  if (!isDocument(value) || name === undefined || !name.startsWith('$')) {
    throw requestFailed(`The field '${field}' must be an accumulator object`);
  }
  if (names.length > 1) throw requestFailed(`The field '${field}' must specify one accumulator`);
  return { name, operand: value[name] as Value };
}

export const $group: Stage = (value, inside) => {
  if (!isDocument(value)) throw requestFailed("a group's fields must be specified in an object");
  const { _id: id, ...fields } = value;
  if (id === undefined) throw requestFailed('a group specification must include an _id');
  const key = expressionIn(inside)(id);
  const outputs = outputsOf(Object.entries(fields), inside);
  return (rows, _sources, variables) =>
    [...groupedBy(rows, (root) => key({ root, variables }))].map(([, { value: _id, rows: members }]) => ({
      _id: _id ?? null,
      ...outputs(members, variables),
    }));
};

interface Group {
  value: Value | undefined;
  rows: Document[];
}

/** The rows by a value, in the order in which the values first come; null and missing are one. */
function groupedBy(rows: Document[], keyOf: (row: Document) => Value | undefined): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const value = keyOf(row);
    const key = hashKey(value);
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { value, rows: [row] });
  }
  return groups;
}

export const $sortByCount: Stage = (value, inside) => {
  const expression = typeof value === 'string' ? value.startsWith('$') : isDocument(value);
  if (!expression) {
    throw requestFailed(
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    );
  }
  if (isDocument(value) && !Object.keys(value)[0]?.startsWith('$')) {
    throw requestFailed('the sortByCount field must not be an object literal; it must be an expression');
  }
  const key = expressionIn(inside)(value);
  return (rows, _sources, variables) =>
    [...groupedBy(rows, (root) => key({ root, variables })).values()]
      .map((group) => ({ _id: group.value ?? null, count: group.rows.length }))
      .sort((a, b) => b.count - a.count);
};

/** A row with the value that it is put into a bucket by. */
export function byValue(
  rows: Document[],
  evaluate: Evaluate,
  variables: Variables,
): { row: Document; value: Value | undefined }[] {
  return rows.map((row) => ({ row, value: evaluate({ root: row, variables }) }));
}
