import { encode } from './ejson';
import { requestFailed } from './failure';
import { compileFields } from './fields';
import { compileQuery } from './query';
import type { StoredDocument } from './stored';
import { isDocument, typeName, type Document, type Value } from './value';

/** Changes the array that stands at a path of a document. */
type Cut = (array: Value[], document: Document) => Value[];

/**
 * Turns a document into the text that is answered: all of it, or what the projection names. The condition is what the
 * positional projection `items.$` reads. Throws DatabaseFailure.
 */
export function projector(projection: Document, condition: Document): (document: StoredDocument) => string {
  if (Object.keys(projection).length === 0) return (document) => document.text;
  const project = compileProjection(projection, condition);
  return (document) => encode(project(document.value));
}

/** What `field()` shows of a document: named or computed fields, `$slice`, `$elemMatch`, `items.$`. Throws DatabaseFailure. */
export function compileProjection(
  projection: Document,
  condition: Document,
): (document: Document) => Document {
  assertNoCollision(Object.keys(projection).map((field) => field.replace(/\.\$$/, '')));
  const plain: Document = {};
  const cuts: { path: string[]; cut: Cut }[] = [];
  const matched: [string, (item: Value) => boolean][] = [];
  for (const [field, value] of Object.entries(projection)) {
    const operator = isDocument(value) ? Object.keys(value)[0] : undefined;
    if (operator === '$slice' && isSlice((value as Document).$slice as Value)) {
      cuts.push({ path: field.split('.'), cut: slicing((value as Document).$slice as Value) });
    } else if (operator === '$elemMatch') {
      matched.push([topField(field), elementOf((value as Document).$elemMatch as Value)]);
    } else if (field.endsWith('.$')) {
      const path = field.slice(0, -2);
      plain[path] = value;
      cuts.push({ path: path.split('.'), cut: positional(condition) });
    } else {
      plain[field] = value;
    }
  }
  const positions = cuts.filter(({ cut }) => cut.name === 'atPosition').length;
  if (positions > 1) throw requestFailed('Cannot specify more than one positional projection per query.');
  if (positions > 0 && matched.length > 0) {
    throw requestFailed('Cannot specify positional operator and $elemMatch.');
  }
  return compose(plain, cuts, matched);
}

/** A field must not be named twice, nor one inside another. */
function assertNoCollision(paths: string[]): void {
  for (const [at, path] of paths.entries()) {
    const other = paths.find((candidate, place) => place !== at && `${path}.`.startsWith(`${candidate}.`));
    if (other !== undefined) throw requestFailed(`Path collision at ${path}`);
  }
}

function compose(
  plain: Document,
  cuts: { path: string[]; cut: Cut }[],
  matched: [string, (item: Value) => boolean][],
): (document: Document) => Document {
  // A $slice by itself shows everything else; beside fields that are shown, it is shown as well.
  const sliced = Object.fromEntries(cuts.map(({ path }) => [path.join('.'), 1]));
  const shows = showsFields(plain, matched.length > 0);
  const choose = compileFields(
    shows ? { ...plain, ...sliced } : plain,
    undefined,
    matched.length > 0 || undefined,
  );
  return (document) => {
    let result = choose(document);
    for (const { path, cut } of cuts)
      result = cutAt(result, path, (array) => cut(array, document)) as Document;
    for (const [field, test] of matched) {
      const array = document[field];
      const found = Array.isArray(array) ? array.find(test) : undefined;
      const { [field]: _whole, ...rest } = result;
      result = found === undefined ? rest : { ...rest, [field]: [found] };
    }
    return result;
  };
}

/** `_id` and $elemMatch tell only when nothing else does. */
function showsFields(plain: Document, matches: boolean): boolean {
  const { _id: id, ...others } = plain;
  const told = Object.values(others);
  if (told.length === 0) return matches || (id !== undefined && shown(id));
  return told.some(shown);
}

function shown(flag: Value): boolean {
  return flag !== 0 && flag !== false;
}

function cutAt(value: Value, path: readonly string[], cut: (array: Value[]) => Value[]): Value {
  const [field, ...rest] = path;
  if (field === undefined) return Array.isArray(value) ? cut(value) : value;
  if (Array.isArray(value)) return value.map((item) => cutAt(item, path, cut));
  if (!isDocument(value) || !Object.hasOwn(value, field)) return value;
  return { ...value, [field]: cutAt(value[field] as Value, rest, cut) };
}

/** A number, or `[skip, number]`; the expression $slice takes an array first. */
function isSlice(operand: Value): boolean {
  return (
    typeof operand === 'number' ||
    (Array.isArray(operand) && operand.every((item) => typeof item === 'number'))
  );
}

function slicing(operand: Value): Cut {
  if (typeof operand === 'number') {
    return (array) => (operand < 0 ? array.slice(operand) : array.slice(0, operand));
  }
  const [skip, count, ...more] = operand as number[];
  if (skip === undefined || count === undefined || more.length > 0) {
    throw requestFailed('Invalid $slice syntax. The given syntax did not match the find() syntax.');
  }
  if (count <= 0) throw requestFailed(`Third argument to $slice must be positive: ${count}`);
  return (array) => {
    const from = skip < 0 ? Math.max(0, array.length + skip) : skip;
    return array.slice(from, from + count);
  };
}

function topField(field: string): string {
  if (field.includes('.')) throw requestFailed('Cannot use $elemMatch projection on a nested field.');
  return field;
}

function elementOf(operand: Value): (item: Value) => boolean {
  if (!isDocument(operand)) {
    throw requestFailed(`elemMatch: Invalid argument, object required, but got ${typeName(operand)}`);
  }
  const query = compileQuery({ array: { $elemMatch: operand } });
  return (item) => query.test({ array: [item] });
}

function positional(condition: Document): Cut {
  const query = compileQuery(condition);
  return function atPosition(array, document) {
    const position = query.position(document);
    if (position === undefined || position >= array.length) {
      throw requestFailed(
        "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
      );
    }
    return [array[position] as Value];
  };
}
