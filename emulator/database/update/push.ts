import { writeFailed } from '../failure';
import { compareValues } from '../order';
import { isPosition, own } from '../paths';
import { assertStorable } from '../storable';
import { clone, isDocument, typeName, type Document, type Value } from '../value';
import type { UpdateOperator } from './operator';
import { show } from './show';
import { reach, write } from './target';

const MODIFIERS = ['$each', '$position', '$slice', '$sort'];

export const $push: UpdateOperator = {
  check(operand, path) {
    const modifiers = modifiersOf(operand);
    if (!modifiers) return assertStorable(operand, path);
    checkModifiers(modifiers);
    assertStorable(modifiers.$each ?? [], path);
  },
  apply(document, path, operand) {
    const target = reach(document, path);
    if (target.value !== undefined && !Array.isArray(target.value)) {
      throw writeFailed(
        `The field '${path}' must be an array but is of type ${typeName(target.value)} in document ` +
          `{_id: ${show(document._id)}}`,
      );
    }
    const modifiers = modifiersOf(operand);
    const added = modifiers ? (modifiers.$each as Value[]) : [operand];
    const array = [...(target.value ?? [])];
    array.splice(positionOf(modifiers, array.length), 0, ...added.map((item) => clone(item)));
    write(target, sliced(sorted(array, modifiers?.$sort), modifiers?.$slice));
  },
};

function modifiersOf(operand: Value): Document | undefined {
  return isDocument(operand) && Object.hasOwn(operand, '$each') ? operand : undefined;
}

function checkModifiers(modifiers: Document): void {
  const unknown = Object.keys(modifiers).find((name) => !MODIFIERS.includes(name));
  if (unknown) throw writeFailed(`Unrecognized clause in $push: ${unknown}`);
  if (!Array.isArray(modifiers.$each)) {
    throw writeFailed(
      `The argument to $each in $push must be an array but it was of type: ${typeName(modifiers.$each)}`,
    );
  }
  for (const name of ['$position', '$slice']) {
    if (modifiers[name] !== undefined && !Number.isInteger(modifiers[name])) {
      throw writeFailed(
        `The value for ${name} must be an integer value but was given type: ${typeName(modifiers[name])}`,
      );
    }
  }
  if (modifiers.$sort !== undefined) checkSort(modifiers.$sort);
}

function checkSort(sort: Value): void {
  if (typeof sort === 'number') {
    if (sort === 1 || sort === -1) return;
    throw writeFailed('The $sort element value must be either 1 or -1');
  }
  if (!isDocument(sort)) {
    throw writeFailed(
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  }
  const keys = Object.entries(sort);
  if (keys.length === 0) {
    throw writeFailed('The $sort pattern is empty when it should be a set of fields.');
  }
  for (const [path, direction] of keys) {
    if (path.split('.').includes('')) {
      throw writeFailed('The $sort field cannot be empty');
    }
    if (direction !== 1 && direction !== -1) {
      throw writeFailed('The $sort element value must be either 1 or -1');
    }
  }
}

function positionOf(modifiers: Document | undefined, length: number): number {
  const position = modifiers?.$position;
  if (typeof position !== 'number') return length;
  return position < 0 ? Math.max(0, length + position) : Math.min(position, length);
}

function sorted(array: Value[], sort: Value | undefined): Value[] {
  if (sort === undefined) return array;
  if (typeof sort === 'number') return array.sort((a, b) => compareValues(a, b) * sort);
  const keys = Object.entries(sort as Document).map(([path, direction]) => ({
    path: path.split('.'),
    direction: Number(direction),
  }));
  return array.sort((a, b) => {
    for (const { path, direction } of keys) {
      const order = compareValues(valueAt(a, path), valueAt(b, path)) * direction;
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** Unlike the order of documents, that of elements takes an array as a whole. */
function valueAt(item: Value, path: readonly string[]): Value | undefined {
  return path.reduce<Value | undefined>(
    (value, component) => {
      if (Array.isArray(value)) return isPosition(component) ? value[Number(component)] : undefined;
      return isDocument(value) ? own(value, component) : undefined;
    },
    isDocument(item) ? item : undefined,
  );
}

function sliced(array: Value[], slice: Value | undefined): Value[] {
  if (typeof slice !== 'number') return array;
  if (slice === 0) return [];
  return slice < 0 ? array.slice(slice) : array.slice(0, slice);
}
