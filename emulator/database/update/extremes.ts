import { compareValues } from '../order';
import { assertStorable } from '../storable';
import { clone } from '../value';
import type { UpdateOperator } from './operator';
import { reach, write } from './target';

/** $min, $max: values of different types compare in BSON's order. */
function extreme(replaces: (order: number) => boolean): UpdateOperator {
  return {
    check: (operand, path) => assertStorable(operand, path),
    apply(document, path, operand) {
      const target = reach(document, path);
      if (target.value === undefined || replaces(compareValues(operand, target.value))) {
        write(target, clone(operand));
      }
    },
  };
}

export const $min = extreme((order) => order < 0);
export const $max = extreme((order) => order > 0);
