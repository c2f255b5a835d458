import { writeFailed } from '../failure';
import { typeName } from '../value';
import type { UpdateOperator } from './operator';
import { reach, write } from './target';
import { show } from './show';

/** $inc, $mul: the field must be a number or missing; null is neither. */
function arithmetic(
  name: string,
  verb: string,
  missing: (operand: number) => number,
  compute: (a: number, b: number) => number,
): UpdateOperator {
  return {
    check(operand, path) {
      if (typeof operand !== 'number') {
        throw writeFailed(`Cannot ${verb} with non-numeric argument: {${path}: ${show(operand)}}`);
      }
    },
    apply(document, path, operand) {
      const target = reach(document, path);
      if (target.value === undefined) {
        write(target, missing(Number(operand)));
      } else if (typeof target.value === 'number') {
        write(target, compute(target.value, Number(operand)));
      } else {
        throw writeFailed(
          `Cannot apply ${name} to a value of non-numeric type. {_id: ${show(document._id)}} has the field ` +
            `'${target.component}' of non-numeric type ${typeName(target.value)}`,
        );
      }
    },
  };
}

export const $inc = arithmetic(
  '$inc',
  'increment',
  (operand) => operand,
  (a, b) => a + b,
);
export const $mul = arithmetic(
  '$mul',
  'multiply',
  () => 0,
  (a, b) => a * b,
);
