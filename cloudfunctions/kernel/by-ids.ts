import type { CollectionName } from '../../config/collections';
import { _ } from './cloud';
import type { Reader, Stored, Where } from './database';
import { isTooLarge } from './failures';

/** Ids that are asked for in one request, which is to stay under 100 KB (platform.md). */
const AT_ONCE = 500;

/**
 * The documents of these ids that are there, however many, in no order. Where they are more than one answer may hold they are asked for
 * in halves: five hundred small documents are one request, large ones some.
 */
export async function byIds<T extends Stored>(
  reader: Pick<Reader, 'find'>,
  collection: CollectionName,
  ids: readonly string[],
  where: Where = {},
): Promise<T[]> {
  const wanted = [...new Set(ids)];
  const rows: T[] = [];
  const parts: string[][] = [];
  for (let from = 0; from < wanted.length; from += AT_ONCE) parts.push(wanted.slice(from, from + AT_ONCE));
  for (let part = parts.pop(); part; part = parts.pop()) {
    try {
      rows.push(...(await reader.find<T>(collection, { ...where, _id: _.in(part) }, { limit: part.length })));
    } catch (error) {
      if (part.length === 1 || !isTooLarge(error)) throw error;
      const half = Math.ceil(part.length / 2);
      parts.push(part.slice(0, half), part.slice(half));
    }
  }
  return rows;
}
