import { writeFailed } from '../failure';
import { typeName } from '../value';
import type { UpdateOperator } from './operator';
import { show } from './show';
import { findViable, write } from './target';

export const $pop: UpdateOperator = {
  check(operand) {
    if (operand !== 1 && operand !== -1) throw writeFailed(`$pop expects 1 or -1, found: ${show(operand)}`);
  },
  apply(document, path, operand) {
    const target = findViable(document, path);
    if (!target) return;
    if (!Array.isArray(target.value)) {
      throw writeFailed(`Path '${path}' contains an element of non-array type '${typeName(target.value)}'`);
    }
    write(target, operand === 1 ? target.value.slice(0, -1) : target.value.slice(1));
  },
};
