import { writeFailed } from '../failure';
import { sameValue } from '../order';
import { compileQuery } from '../query';
import { isDocument, typeName, type Document, type Value } from '../value';
import type { UpdateOperator } from './operator';
import { find, write } from './target';

export const $pull: UpdateOperator = {
  apply(document, path, operand) {
    const matches = condition(operand);
    removeFrom(document, path, '$pull', matches);
  },
};

export const $pullAll: UpdateOperator = {
  check(operand) {
    if (!Array.isArray(operand)) {
      throw writeFailed(`$pullAll requires an array argument but was given a ${typeName(operand)}`);
    }
  },
  apply(document, path, operand) {
    const unwanted = operand as Value[];
    removeFrom(document, path, '$pullAll', (item) => unwanted.some((value) => sameValue(value, item)));
  },
};

/** A condition on elements: operators test the element itself, fields test the fields of an element that is a document. */
function condition(operand: Value): (item: Value) => boolean {
  if (operand instanceof RegExp || (isDocument(operand) && hasOperators(operand))) {
    const query = compileQuery({ item: operand });
    return (item) => query.test({ item });
  }
  if (!isDocument(operand)) return (item) => sameValue(item, operand);
  const query = compileQuery(operand);
  return (item) => isDocument(item) && query.test(item);
}

const hasOperators = (operand: Document) =>
  Object.keys(operand).some((name) => name.startsWith('$') && !['$and', '$or', '$nor'].includes(name));

function removeFrom(document: Document, path: string, name: string, matches: (item: Value) => boolean): void {
  const target = find(document, path);
  if (!target) return;
  if (!Array.isArray(target.value)) throw writeFailed(`Cannot apply ${name} to a non-array value`);
  write(
    target,
    target.value.filter((item) => !matches(item)),
  );
}
