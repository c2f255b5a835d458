import { writeFailed } from '../failure';
import { sameValue } from '../order';
import { isExpression } from '../matchers/comparison';
import { compileQuery } from '../query';
import { isDocument, typeName, type Document, type Value } from '../value';
import type { UpdateOperator } from './operator';
import { findViable, write } from './target';

/** Tells which elements of an array go. */
type Unwanted = (item: Value) => boolean;

export const $pull: UpdateOperator = {
  check: (operand) => void condition(operand),
  apply: (document, path, operand) => removeFrom(document, path, condition(operand)),
};

export const $pullAll: UpdateOperator = {
  check(operand) {
    if (!Array.isArray(operand)) {
      throw writeFailed(`$pullAll requires an array argument but was given a ${typeName(operand)}`);
    }
  },
  apply(document, path, operand) {
    const unwanted = operand as Value[];
    removeFrom(document, path, (item) => unwanted.some((value) => sameValue(value, item)));
  },
};

/** A condition on elements: operators test the element itself, fields test the fields of an element that is a document. */
function condition(operand: Value): Unwanted {
  const logical = isDocument(operand) && /^\$(and|or|nor)$/.test(Object.keys(operand)[0] ?? '');
  if (operand instanceof RegExp || (isExpression(operand) && !logical)) {
    const query = compileQuery({ item: operand }, { near: false });
    return (item) => query.test({ item });
  }
  if (!isDocument(operand)) return (item) => sameValue(item, operand);
  const query = compileQuery(operand, { near: false });
  return (item) => isDocument(item) && query.test(item);
}

function removeFrom(document: Document, path: string, unwanted: Unwanted): void {
  const target = findViable(document, path);
  if (!target) return;
  if (!Array.isArray(target.value)) throw writeFailed('Cannot apply $pull to a non-array value');
  write(
    target,
    target.value.filter((item) => !unwanted(item)),
  );
}
