import type { Collection } from './collection';
import { slotOf } from './hash-index';
import { hashKey } from './order';
import { isDocument, type Document, type Value } from './value';

/** Combinations of $in lists that are looked up one by one; beyond, a scan is cheaper. */
const MAX_SLOTS = 1000;

/**
 * Keys of the committed documents that can match, found through `_id` or the declared index whose first fields the query
 * binds best; undefined when only a scan serves. The caller still tests each document against the whole query.
 */
export function plan(collection: Collection, query: Document): Set<string> | undefined {
  const bound = bindings(query);
  const ids = bound.get('_id');
  if (ids) return new Set(ids);
  let best: string[] = [];
  for (const { keys } of collection.declared) {
    const fields = keys.map((key) => key.field);
    const unbound = fields.findIndex((field) => !bound.has(field));
    const prefix = unbound === -1 ? fields : fields.slice(0, unbound);
    if (prefix.length > best.length) best = prefix;
  }
  if (best.length === 0) return undefined;
  const keysByField = best.map((field) => bound.get(field) ?? []);
  if (keysByField.reduce((count, keys) => count * keys.length, 1) > MAX_SLOTS) return undefined;
  const slots = keysByField.reduce<string[][]>(
    (rows, keys) => rows.flatMap((row) => keys.map((key) => [...row, key])),
    [[]],
  );
  const index = collection.index(best);
  return new Set(slots.flatMap((keys) => [...index.keys(slotOf(keys))]));
}

/** Fields that must equal one of some values, as hash keys: `{a: 1}`, `{a: {$eq: 1}}`, `{a: {$in: [1, 2]}}`, also under $and. */
function bindings(query: Document): Map<string, string[]> {
  const bound = new Map<string, string[]>();
  for (const [field, condition] of Object.entries(query)) {
    if (field === '$and' && Array.isArray(condition)) {
      for (const part of condition) {
        if (!isDocument(part)) continue;
        for (const [inner, keys] of bindings(part)) if (!bound.has(inner)) bound.set(inner, keys);
      }
    } else if (!field.startsWith('$')) {
      const keys = equalityKeys(condition);
      if (keys) bound.set(field, keys);
    }
  }
  return bound;
}

function equalityKeys(condition: Value): string[] | undefined {
  if (condition instanceof RegExp) return undefined;
  if (!isDocument(condition) || !Object.keys(condition).some((field) => field.startsWith('$'))) {
    return [hashKey(condition)];
  }
  if (condition.$eq !== undefined) return [hashKey(condition.$eq)];
  const listed = condition.$in;
  if (!Array.isArray(listed) || listed.some((item) => item instanceof RegExp)) return undefined;
  return listed.map(hashKey);
}
