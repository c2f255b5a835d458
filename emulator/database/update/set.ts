import { assertStorable } from '../storable';
import { clone } from '../value';
import type { UpdateOperator } from './operator';
import { reach, write } from './target';

export const $set: UpdateOperator = {
  check: (operand, path) => assertStorable(operand, path),
  apply: (document, path, operand) => write(reach(document, path), clone(operand)),
};
