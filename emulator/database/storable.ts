import { writeFailed } from './failure';
import { DOCUMENT_BYTES } from './limits';
import { isDocument, type Value } from './value';

/** Refuses field names that cannot be stored: those with `$` in front or a dot inside. Throws DatabaseFailure. */
export function assertStorable(value: Value, path = ''): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) assertStorable(item, join(path, String(index)));
  } else if (isDocument(value)) {
    for (const [field, inner] of Object.entries(value)) {
      const full = join(path, field);
      if (field.startsWith('$')) {
        throw writeFailed(`The dollar ($) prefixed field '${field}' in '${full}' is not valid for storage.`);
      }
      if (field.includes('.')) {
        throw writeFailed(`The dotted field '${field}' in '${full}' is not valid for storage.`);
      }
      assertStorable(inner, full);
    }
  }
}

/** Refuses a document that is too large as a whole. */
export function assertSize(text: string): void {
  const bytes = Buffer.byteLength(text);
  if (bytes > DOCUMENT_BYTES) {
    throw writeFailed(`object to insert too large. size in bytes: ${bytes}, max size: ${DOCUMENT_BYTES}`);
  }
}

function join(path: string, field: string): string {
  return path === '' ? field : `${path}.${field}`;
}
