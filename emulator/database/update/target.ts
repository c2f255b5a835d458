import { writeFailed } from '../failure';
import { isPosition, own } from '../paths';
import { isDocument, type Document, type Value } from '../value';
import { show } from './show';

/** Where an update path ends: the container, the last component, and what is there now. */
export interface Target {
  container: Document | Value[];
  component: string;
  value: Value | undefined;
}

/** MongoDB pads an array with nulls up to a position, but not further than that. */
const MAX_PADDING = 1_500_000;

/** Finds the target, making the documents on the way. Throws when a scalar, null or an array stands in it. */
export function reach(document: Document, path: string): Target {
  const components = path.split('.');
  let container: Document | Value[] = document;
  for (const [at, component] of components.entries()) {
    const value = read(container, component);
    if (Array.isArray(container) && !isPosition(component)) {
      throw cannotCreate(component, components[at - 1] ?? '', container);
    }
    if (at === components.length - 1) return { container, component, value };
    let next: Value | undefined = value;
    if (next === undefined) {
      next = {};
      write({ container, component, value: undefined }, next);
    }
    if (!isDocument(next) && !Array.isArray(next)) {
      throw cannotCreate(components[at + 1] ?? '', component, next);
    }
    container = next;
  }
  throw writeFailed('An empty update path is not valid.');
}

/** Finds the target if it exists; undefined when anything on the way is missing or no container. */
export function find(document: Document, path: string): Target | undefined {
  return search(document, path, () => undefined);
}

/** Like find, for operators that MongoDB also refuses where the path could never be made. */
export function findViable(document: Document, path: string): Target | undefined {
  return search(document, path, (component, name, value) => {
    if (isDocument(value) || (Array.isArray(value) && isPosition(component))) return;
    throw writeFailed(
      `Cannot use the part (${component}) of (${path}) to traverse the element ({${name}: ${show(value)}})`,
    );
  });
}

/** The containers that a path leads through, with the names under which they stand. */
export function containers(document: Document, path: string): { name: string; value: Value }[] {
  const passed: { name: string; value: Value }[] = [];
  search(document, path, (_component, name, value) => {
    if (name !== '') passed.push({ name, value });
  });
  return passed;
}

/** Follows a path as far as it goes; `pass` sees each value that a component is looked for in, with its own name. */
function search(
  document: Document,
  path: string,
  pass: (component: string, name: string, value: Value) => void,
): Target | undefined {
  const components = path.split('.');
  let container: Value = document;
  for (const [at, component] of components.entries()) {
    pass(component, components[at - 1] ?? '', container);
    if (!isDocument(container) && !Array.isArray(container)) return undefined;
    const value = read(container, component);
    if (value === undefined) return undefined;
    if (at === components.length - 1) return { container, component, value };
    container = value;
  }
  return undefined;
}

/** Puts a value at the target. */
export function write(target: Target, value: Value): void {
  const { container, component } = target;
  if (!Array.isArray(container)) {
    container[component] = value;
    return;
  }
  const position = Number(component);
  if (position - container.length > MAX_PADDING) {
    throw writeFailed(`can't backfill more than ${MAX_PADDING} elements`);
  }
  while (container.length < position) container.push(null);
  container[position] = value;
}

function read(container: Document | Value[], component: string): Value | undefined {
  if (!Array.isArray(container)) return own(container, component);
  return isPosition(component) ? container[Number(component)] : undefined;
}

function cannotCreate(field: string, parent: string, value: Value) {
  return writeFailed(`Cannot create field '${field}' in element {${parent}: ${show(value)}}`);
}
