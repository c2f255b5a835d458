import { requestFailed } from '../failure';
import { own } from '../paths';
import { isDocument, type Document, type Value } from '../value';

/** The components of a path written without its dollar. Throws for what MongoDB does not take as one. */
export function fieldPath(path: string): string[] {
  if (path === '') throw requestFailed("'$' by itself is not a valid FieldPath");
  if (path.endsWith('.')) throw requestFailed("FieldPath must not end with a '.'.");
  const components = path.split('.');
  for (const component of components) {
    if (component === '') throw requestFailed('FieldPath field names may not be empty strings.');
    if (component.startsWith('$')) {
      throw requestFailed(
        "FieldPath field names may not start with '$'. Consider using $getField or $setField.",
      );
    }
    if (component.includes('\0')) throw requestFailed('FieldPath field names may not contain null bytes.');
  }
  return components;
}

/** The value at a path as expressions read it: through arrays of documents, where a number is a field and never a position. */
export function readPath(root: Value | undefined, path: readonly string[], at = 0): Value | undefined {
  if (at === path.length) return root;
  if (Array.isArray(root)) {
    return root
      .filter((item) => isDocument(item))
      .map((item: Document) => readPath(item, path, at))
      .filter((item) => item !== undefined);
  }
  if (!isDocument(root)) return undefined;
  const inner = own(root, path[at] as string);
  // An array that is reached at the end stays one.
  return at === path.length - 1 ? inner : readPath(inner, path, at + 1);
}
