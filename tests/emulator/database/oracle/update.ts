import { match } from './query';
import { type Change, check } from './update-rules';
import { computed, isIndex, shorter, step, valueAt } from './update-values';
import { copy, equal, isObject, order, type Plain, type PlainDocument, refuse } from './values';

/*
 * Updates, written from MongoDB's documents: every step on a copy, one field after another, by the names of the fields.
 */

const NAMES = [
  '$set',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$push',
  '$addToSet',
  '$pull',
  '$pullAll',
  '$pop',
  '$rename',
  '$bit',
  '$setOnInsert',
];

/** The document after the update; `query` tells what `$` stands for. Throws Refused, and then nothing is changed. */
export function update(document: PlainDocument, update: PlainDocument, query: PlainDocument): PlainDocument {
  const changes = changesOf(update);
  changes.forEach(check);
  noConflict(changes);
  const position = () =>
    match(document, query).at ?? refuse('The positional operator did not find the match needed');
  const real = changes
    .filter(({ name }) => name !== '$setOnInsert')
    .flatMap((change) => concrete(document, change.path, position).map((path) => ({ ...change, path })));
  noConflict(real);
  const result = copy(document);
  for (const change of real.sort((a, b) => byName(destination(a), destination(b)))) apply(result, change);
  if (!('_id' in result) || !equal(result._id, document._id)) refuse('_id is immutable');
  return result;
}

function changesOf(update: PlainDocument): Change[] {
  return Object.entries(update).flatMap(([name, fields]) => {
    if (!NAMES.includes(name)) refuse(`Unknown modifier: ${name}`);
    if (!isObject(fields)) refuse('Modifiers operate on fields');
    return Object.entries(fields).map(([path, operand]) => ({ name, path, operand }));
  });
}

const destination = ({ name, path, operand }: Change) =>
  name === '$rename' && typeof operand === 'string' ? operand : path;

/** Names of fields by their characters, numbers by their size. */
function byName(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  const at = left.findIndex((part, index) => part !== right[index]);
  if (at < 0) return left.length - right.length;
  const [x, y] = [left[at] ?? '', right[at] ?? ''];
  return isIndex(x) && isIndex(y) ? Number(x) - Number(y) : order(x, y);
}

function noConflict(changes: Change[]): void {
  const paths = changes.flatMap((change) => [...new Set([change.path, destination(change)])]);
  paths.forEach((a, i) =>
    paths.forEach((b, j) => {
      if (i !== j && `${b}.`.startsWith(`${a}.`)) refuse('would create a conflict');
    }),
  );
}

/** `$` is the matched element, `$[]` each element; the array must be there. */
function concrete(document: PlainDocument, path: string, position: () => number): string[] {
  const parts = path.split('.');
  const at = parts.findIndex((part) => part === '$' || part === '$[]');
  if (at < 0) return [path];
  const [before, after] = [parts.slice(0, at), parts.slice(at + 1)];
  const array = valueAt(document, before);
  if (parts[at] === '$') return concrete(document, [...before, position(), ...after].join('.'), position);
  if (!Array.isArray(array)) refuse('Cannot apply array updates to a non-array element');
  return array.flatMap((_item, index) =>
    concrete(document, [...before, index, ...after].join('.'), position),
  );
}

function apply(document: PlainDocument, change: Change): void {
  const { name, path, operand } = change;
  const parts = path.split('.');
  const old = valueAt(document, parts);
  if (name === '$unset') return old === undefined ? undefined : remove(document, parts);
  if (name === '$rename') return rename(document, parts, (operand as string).split('.'));
  if (['$pop', '$pull', '$pullAll'].includes(name)) {
    viable(document, parts);
    if (old === undefined) return;
    if (!Array.isArray(old)) refuse('non-array');
    return store(document, parts, shorter(name, old, operand));
  }
  const value = computed(name, old, operand);
  store(document, parts, value === undefined ? (old as Plain) : value);
}

/** A path cannot lead through a number or a text, nor by a name into an array. */
function viable(document: PlainDocument, parts: string[]): void {
  let value: Plain | undefined = document;
  for (const part of parts) {
    if (value === undefined) return;
    if (!isObject(value) && !(Array.isArray(value) && isIndex(part)))
      refuse('Cannot use the part to traverse');
    value = step(value, part);
  }
}

/** Puts the value in, making documents on the way and filling arrays with null. */
function store(container: Plain, [part = '', ...rest]: string[], value: Plain): void {
  const there = step(container, part);
  const inner = rest.length === 0 ? value : (there ?? (there === undefined ? {} : refuse('through null')));
  if (rest.length > 0) store(inner, rest, value);
  if (Array.isArray(container)) {
    if (!isIndex(part)) refuse('Cannot create field in an array');
    while (container.length < Number(part)) container.push(null);
    container[Number(part)] = inner;
  } else if (isObject(container)) container[part] = inner;
  else refuse('Cannot create field in a value');
}

function remove(document: PlainDocument, parts: string[]): void {
  const last = parts[parts.length - 1] ?? '';
  const container = valueAt(document, parts.slice(0, -1));
  if (Array.isArray(container)) container[Number(last)] = null;
  else if (isObject(container)) delete container[last];
}

function rename(document: PlainDocument, from: string[], to: string[]): void {
  viable(document, from);
  const value = valueAt(document, from);
  if (value === undefined) return;
  for (const parts of [from, to]) {
    parts.forEach((_part, length) => {
      if (length > 0 && Array.isArray(valueAt(document, parts.slice(0, length))))
        refuse('cannot be an array element');
    });
  }
  store(document, to, value);
  remove(document, from);
}
