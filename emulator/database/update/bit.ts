import { writeFailed } from '../failure';
import { isDocument, numberType, typeName } from '../value';
import type { UpdateOperator } from './operator';
import { show } from './show';
import { reach, write } from './target';

const COMPUTE: Record<string, (a: number, b: number) => number> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

/** 32-bit integers only: 64-bit ones do not fit into the SDK's numbers. */
export const $bit: UpdateOperator = {
  check(operand) {
    const entries = isDocument(operand) ? Object.entries(operand) : [];
    if (entries.length === 0) {
      throw writeFailed('The $bit modifier is not compatible with a non-object argument');
    }
    for (const [name, value] of entries) {
      if (!Object.hasOwn(COMPUTE, name)) {
        throw writeFailed(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
      }
      if (typeof value !== 'number' || numberType(value) !== 'int') {
        throw writeFailed(
          `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(value)}' is not supported here: {${name}: ${show(value)}}`,
        );
      }
    }
  },
  apply(document, path, operand) {
    const target = reach(document, path);
    const value = target.value ?? (target.value === undefined ? 0 : null);
    if (typeof value !== 'number' || numberType(value) !== 'int') {
      throw writeFailed(
        `Cannot apply $bit to a value of non-integral type: {_id: ${show(document._id)}} has the field ${path} of non-integer type ${typeName(value)}`,
      );
    }
    const entries = isDocument(operand) ? Object.entries(operand) : [];
    write(
      target,
      entries.reduce((bits, [name, mask]) => COMPUTE[name]?.(bits, Number(mask)) ?? bits, value),
    );
  },
};
