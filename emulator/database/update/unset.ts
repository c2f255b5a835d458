import type { UpdateOperator } from './operator';
import { find, write } from './target';

export const $unset: UpdateOperator = {
  apply(document, path) {
    const target = find(document, path);
    if (!target) return;
    // An element of an array is emptied, not taken out: the others keep their places.
    if (Array.isArray(target.container)) write(target, null);
    else delete target.container[target.component];
  },
};
