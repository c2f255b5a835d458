import { writeFailed } from '../failure';
import { isPosition, own } from '../paths';
import { isDocument, type Document, type Value } from '../value';
import { show } from './show';

/** Refuses a path that no document could take. Throws DatabaseFailure. */
export function assertPath(path: string): void {
  const components = path.split('.');
  if (components.includes(''))
    throw writeFailed(`The update path '${path}' contains an empty field name, which is not allowed.`);
  if (components.includes('__proto__')) {
    throw writeFailed('The field name __proto__ is not supported by the local cloud');
  }
  if (isDynamic(components[0] ?? '')) {
    throw writeFailed(`Cannot have positional (i.e. '$') element in the first position in path '${path}'`);
  }
  if (components.filter((component) => component === '$').length > 1) {
    throw writeFailed(`Too many positional (i.e. '$') elements found in path '${path}'`);
  }
  const filtered = components.find((component) => /^\$\[.+\]$/.test(component));
  if (filtered) {
    // The SDK cannot send array filters, so that no identifier is ever known.
    throw writeFailed(`No array filter found for identifier '${filtered.slice(2, -1)}' in path '${path}'`);
  }
  const dollar = components.find((component) => component.startsWith('$') && !isDynamic(component));
  if (dollar) {
    throw writeFailed(`The dollar ($) prefixed field '${dollar}' in '${path}' is not valid for storage.`);
  }
}

/** Two operators must not touch the same field, nor one a field inside the other's. */
export function assertNoConflict(paths: readonly string[]): void {
  const seen = new Set<string>();
  for (const path of paths) {
    for (const earlier of seen) {
      if (path === earlier || path.startsWith(`${earlier}.`) || earlier.startsWith(`${path}.`)) {
        const shorter = path.length < earlier.length ? path : earlier;
        throw writeFailed(`Updating the path '${path}' would create a conflict at '${shorter}'`);
      }
    }
    seen.add(path);
  }
}

/** True for `$` and `$[]`, which stand for elements of an array. */
function isDynamic(component: string): boolean {
  return component === '$' || component.startsWith('$[');
}

export function hasDynamic(path: string): boolean {
  return path.split('.').some(isDynamic);
}

/**
 * MongoDB works through the fields of an update by their names, not in the order in which they are written; new fields come into
 * the document in that order. Numbers come by their size.
 */
export function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  for (const [at, component] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    if (component === other) continue;
    if (isPosition(component) && isPosition(other)) return Number(component) - Number(other);
    return Buffer.compare(Buffer.from(component), Buffer.from(other));
  }
  return left.length - right.length;
}

/** The paths without `$` and `$[]` that one path means in a document. Throws when the document does not have them. */
export function expand(document: Document, path: string, position: () => number | undefined): string[] {
  let found: { path: string[]; value: Value | undefined }[] = [{ path: [], value: document }];
  for (const component of path.split('.')) {
    found = found.flatMap(({ path: before, value }) =>
      stepsOf(component, before, value, position).map((step) => ({
        path: [...before, step],
        value: inside(value, step),
      })),
    );
  }
  return found.map((item) => item.path.join('.'));
}

function stepsOf(
  component: string,
  before: string[],
  value: Value | undefined,
  position: () => number | undefined,
): string[] {
  if (component === '$') {
    const at = position();
    if (at === undefined) {
      throw writeFailed('The positional operator did not find the match needed from the query.');
    }
    return [String(at)];
  }
  if (component !== '$[]') return [component];
  if (value === undefined) {
    throw writeFailed(
      `The path '${before.join('.')}' must exist in the document in order to apply array updates.`,
    );
  }
  if (!Array.isArray(value)) {
    throw writeFailed(`Cannot apply array updates to non-array element ${before.at(-1)}: ${show(value)}`);
  }
  return value.map((_item, at) => String(at));
}

function inside(value: Value | undefined, component: string): Value | undefined {
  if (Array.isArray(value)) return isPosition(component) ? value[Number(component)] : undefined;
  return isDocument(value) ? own(value, component) : undefined;
}
