import { writeFailed } from '../failure';
import { typeName } from '../value';
import type { UpdateOperator } from './operator';
import { find, reach, write } from './target';

export const $rename: UpdateOperator = {
  check(operand) {
    if (typeof operand !== 'string') {
      throw writeFailed(`The 'to' field for $rename must be a string: found ${typeName(operand)}`);
    }
  },
  apply(document, path, operand) {
    const destination = operand as string;
    const source = find(document, path);
    if (source?.value === undefined) return;
    if (Array.isArray(source.container)) {
      throw writeFailed(`The source field cannot be an array element, '${path}' in doc has an array field`);
    }
    const target = reach(document, destination);
    if (Array.isArray(target.container)) {
      throw writeFailed(
        `The destination field cannot be an array element, '${destination}' in doc has an array field`,
      );
    }
    write(target, source.value);
    delete source.container[source.component];
  },
};
