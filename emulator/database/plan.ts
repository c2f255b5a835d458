import { type Bound, boundsOf, endsOf } from './bounds';
import type { Collection } from './collection';
import { beginningWith, type IndexTable, type SlotRange } from './index-table';
import { hashKey } from './order';
import { isDocument, type Document } from './value';

/** Slots that one query looks up one by one; beyond, fewer fields of the index are used. */
const MAX_SLOTS = 1000;

/** How the documents that can match a query are found. */
export interface Plan {
  /** Name of the index, `_id_`, or several of them joined by `|` for the branches of $or. */
  index: string;
  /** Keys of the documents, with the index that led to each, unless it was their id. */
  keys: Map<string, IndexTable | undefined>;
}

interface Route {
  index: IndexTable;
  /** Not asked of a route that is not taken: an index that nobody uses need not be read. */
  ranges: () => SlotRange[];
  /** Fields bound to values, and half a one for a range: the more the better. */
  worth: number;
}

/**
 * Finds the committed documents that can match through `_id` or the declared index whose first fields the query binds best,
 * or through one for each branch of $or; undefined when only a scan serves. The caller still tests each document.
 */
export function plan(collection: Collection, query: Document): Plan | undefined {
  const ids = idsOf(query);
  if (ids) return { index: '_id_', keys: new Map(ids.map((id) => [id, undefined])) };
  const bounds = boundsOf(query);
  const routes = collection.indexes.map((index) => routeThrough(index, bounds));
  const best = routes.reduce((a, b) => (b.worth > a.worth ? b : a), { worth: 0 } as Route);
  if (best.worth > 0) {
    const keys = best.ranges().flatMap((range) => best.index.keys(range));
    return { index: best.index.name, keys: new Map(keys.map((key) => [key, best.index])) };
  }
  return planBranches(collection, query);
}

function planBranches(collection: Collection, query: Document): Plan | undefined {
  const branches = Array.isArray(query.$or) ? query.$or : [];
  const plans = branches.map((branch) => (isDocument(branch) ? plan(collection, branch) : undefined));
  if (plans.length === 0 || !plans.every((part) => part !== undefined)) return undefined;
  return {
    index: [...new Set(plans.map(({ index }) => index))].join('|'),
    keys: new Map(plans.flatMap(({ keys }) => [...keys])),
  };
}

function routeThrough(index: IndexTable, bounds: ReadonlyMap<string, Bound>): Route {
  let prefixes = [''];
  let worth = 0;
  for (const field of index.fields) {
    const bound = bounds.get(field);
    if (!bound) break;
    if (!('equals' in bound)) {
      return { index, ranges: () => between(prefixes, bound, index), worth: worth + 0.5 };
    }
    if (prefixes.length * bound.equals.length > MAX_SLOTS) break;
    prefixes = prefixes.flatMap((prefix) => bound.equals.map((next) => prefix + next));
    worth += 1;
  }
  return { index, ranges: () => prefixes.map(beginningWith), worth };
}

function between(
  prefixes: readonly string[],
  bound: Parameters<typeof endsOf>[0],
  index: IndexTable,
): SlotRange[] {
  const { from, to } = endsOf(bound, index.multikey);
  return prefixes.map((prefix) => ({ from: prefix + from, to: prefix + to }));
}

/** Keys of the documents that a query names by `_id`. */
function idsOf(query: Document): string[] | undefined {
  const { _id: id, $and: parts } = query;
  if (id !== undefined && !(id instanceof RegExp)) {
    if (!isDocument(id)) return [hashKey(id)];
    if (id.$eq !== undefined) return [hashKey(id.$eq)];
    if (Array.isArray(id.$in) && !id.$in.some((item) => item instanceof RegExp)) return id.$in.map(hashKey);
  }
  if (!Array.isArray(parts)) return undefined;
  return parts.reduce<string[] | undefined>(
    (found, part) => found ?? (isDocument(part) ? idsOf(part) : undefined),
    undefined,
  );
}
