import type { Page } from '@contract/envelope';
import type { CollectionName } from '../../config/collections';
import { _ } from './cloud';
import { type Stored, store, type Where } from './database';

export interface PageOrder {
  /** A field of the collection's index that holds numbers; several rows may have the same. */
  by: string;
  direction: 'asc' | 'desc';
  limit: number;
}

interface Position {
  value: number;
  id: string;
}

const CURSOR = /^(-?\d{1,16}):([A-Za-z0-9_:.-]{1,100})$/;

/** A cursor that is not one of ours starts again from the beginning. */
function positionOf(cursor: string | null | undefined): Position | null {
  const parts = CURSOR.exec(cursor ?? '');
  return parts ? { value: Number(parts[1]), id: parts[2] ?? '' } : null;
}

/**
 * One page of what matches, in the order of a number and then of `_id`: rows of the same instant are neither skipped nor
 * shown twice. Two requests at most; the filter's first fields and the number must stand in an index.
 */
export async function pageOf<T extends Stored>(
  collection: CollectionName,
  where: Where,
  { by, direction, limit }: PageOrder,
  cursor: string | null | undefined,
): Promise<Page<T>> {
  const order = [
    [by, direction],
    ['_id', direction],
  ] as const;
  const beyond = (held: unknown) => (direction === 'asc' ? _.gt(held) : _.lt(held));
  const find = (more: Where, most: number) =>
    store.find<T>(collection, { ...where, ...more }, { order, limit: most });
  const from = positionOf(cursor);
  const same = from ? await find({ [by]: from.value, _id: beyond(from.id) }, limit) : [];
  const missing = limit - same.length;
  const rest = missing > 0 ? await find(from ? { [by]: beyond(from.value) } : {}, missing) : [];
  const items = [...same, ...rest];
  const last = items.at(-1);
  const value = (last as Record<string, unknown> | undefined)?.[by];
  return { items, next: last && items.length === limit ? `${Number(value)}:${last._id}` : null };
}

/** Pages that one call reads at most while everything on them is kept from the caller. */
const ROUNDS = 10;
const TURN = /^(\d)\.(.*)$/;

/**
 * One page of a list in several parts, one after the other, of the rows that the caller may see. A page is shorter than `order.limit`,
 * or empty with a `next`, only where so much in a row is not for the caller.
 */
export async function pageInTurn<T extends Stored>(
  collection: CollectionName,
  parts: readonly Where[],
  order: PageOrder,
  cursor: string | null | undefined,
  shown: (row: T) => boolean = () => true,
): Promise<Page<T>> {
  const turn = TURN.exec(cursor ?? '');
  let part = Number(turn?.[1] ?? 0);
  let inner: string | null = turn?.[2] ?? null;
  const items: T[] = [];
  for (let round = 0; round < ROUNDS && items.length < order.limit; round += 1) {
    const where = parts[part];
    if (!where) break;
    const limit = order.limit - items.length;
    const page: Page<T> = await pageOf<T>(collection, where, { ...order, limit }, inner);
    items.push(...page.items.filter(shown));
    inner = page.next;
    if (inner === null) part += 1;
  }
  return { items, next: part < parts.length ? `${part}.${inner ?? ''}` : null };
}
