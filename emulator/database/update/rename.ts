import { writeFailed } from '../failure';
import type { Document } from '../value';
import type { UpdateOperator } from './operator';
import { assertPath, hasDynamic } from './paths';
import { show } from './show';
import { containers, findViable, reach, write } from './target';

export const $rename: UpdateOperator = {
  check(operand, path) {
    if (typeof operand !== 'string') {
      throw writeFailed(`The 'to' field for $rename must be a string: ${path}: ${show(operand)}`);
    }
    const fields = `${path}: ${show(operand)}`;
    if (operand === path) {
      throw writeFailed(`The source and target field for $rename must differ: ${fields}`);
    }
    if (operand.startsWith(`${path}.`) || path.startsWith(`${operand}.`)) {
      throw writeFailed(`The source and target field for $rename must not be on the same path: ${fields}`);
    }
    if (hasDynamic(path)) throw writeFailed(`The source field for $rename may not be dynamic: ${path}`);
    if (hasDynamic(operand)) {
      throw writeFailed(`The destination field for $rename may not be dynamic: ${operand}`);
    }
    assertPath(operand);
  },
  apply(document, path, operand) {
    const destination = operand as string;
    const source = findViable(document, path);
    if (source?.value === undefined) return;
    assertNoArray('source', document, path);
    assertNoArray('destination', document, destination);
    const target = reach(document, destination);
    write(target, source.value);
    if (!Array.isArray(source.container)) delete source.container[source.component];
  },
};

/** A field inside an array cannot be moved, nor can one be moved there. */
function assertNoArray(which: string, document: Document, path: string): void {
  const array = containers(document, path).find(({ value }) => Array.isArray(value));
  if (!array) return;
  throw writeFailed(
    `The ${which} field cannot be an array element, '${path}' in doc with _id: ${show(document._id)} ` +
      `has an array field called '${array.name}'`,
  );
}
