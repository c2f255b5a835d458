import { type DatabaseFailure, writeFailed } from './failure';
import { leaves } from './paths';
import type { StoredDocument } from './stored';
import { show } from './update/show';

/** The platform names its databases after the environment; a local one has this name. */
const DATABASE = 'tnt-local';

/** The refusal of a second document with the same `_id` or the same values in a unique index. */
export function duplicateKey(
  collection: { name: string },
  index: { name: string; fields: readonly string[] },
  document: StoredDocument,
): DatabaseFailure {
  const keys = index.fields.map((field) => `${field}: ${show(leaves(document.value, field)[0] ?? null)}`);
  return writeFailed(
    `E11000 duplicate key error collection: ${DATABASE}.${collection.name} index: ${index.name} ` +
      `dup key: { ${keys.join(', ')} }`,
  );
}

/** The index that every collection has. */
export const ID_INDEX = { name: '_id_', fields: ['_id'] };
