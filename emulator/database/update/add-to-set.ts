import { writeFailed } from '../failure';
import { sameValue } from '../order';
import { assertStorable } from '../storable';
import { clone, isDocument, typeName, type Value } from '../value';
import type { UpdateOperator } from './operator';
import { show } from './show';
import { reach, write } from './target';

export const $addToSet: UpdateOperator = {
  check(operand, path) {
    assertStorable(items(operand), path);
  },
  apply(document, path, operand) {
    const target = reach(document, path);
    if (target.value !== undefined && !Array.isArray(target.value)) {
      throw writeFailed(
        `Cannot apply $addToSet to non-array field. Field named '${target.component}' has non-array type ` +
          typeName(target.value),
      );
    }
    const set = [...(target.value ?? [])];
    for (const item of items(operand)) {
      if (!set.some((member) => sameValue(member, item))) set.push(clone(item));
    }
    write(target, set);
  },
};

function items(operand: Value): Value[] {
  if (!isDocument(operand) || Object.keys(operand)[0] !== '$each') return [operand];
  const { $each, ...rest } = operand;
  if (!Array.isArray($each)) {
    throw writeFailed(
      `The argument to $each in $addToSet must be an array but it was of type ${typeName($each)}`,
    );
  }
  const unexpected = Object.keys(rest)[0];
  if (unexpected) throw writeFailed(`Found unexpected fields after $each in $addToSet: ${show(operand)}`);
  return $each;
}
