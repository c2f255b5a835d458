import type { Database } from '../../database';
import { isFailure, type WireRequest } from '../../wire';
import type { ConsoleParts } from '../parts';
import type { CollectionView, RowsView } from '../shapes';
import { number, refuse, text, type Answer } from './asked';

const DEFAULT_ROWS = 20;
const MAX_ROWS = 200;

export function collectionsOf({ database, collections }: ConsoleParts): CollectionView[] {
  const indexes = new Map(collections.map((spec) => [spec.name, spec.indexes ?? []]));
  return Object.entries(database.stats())
    .map(([name, count]) => ({ name, count, indexes: indexes.get(name) ?? [] }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** `{collection, where?, order?, skip?, limit?}`, condition and order as objects in extended JSON; reads only. */
export const queryRows =
  ({ database }: ConsoleParts): Answer =>
  ({ body }) =>
    rowsOf(database, {
      action: 'database.getDocument',
      collectionName: text(body, 'collection'),
      queryType: 'WHERE',
      query: JSON.stringify(object(body, 'where')),
      order: JSON.stringify(object(body, 'order')),
      offset: number(body, 'skip') ?? 0,
      limit: Math.min(number(body, 'limit') ?? DEFAULT_ROWS, MAX_ROWS),
    });

/** `{collection, stages: [{$match: …}, …]}`; reads only: the database has no stage that writes. */
export const aggregateRows =
  ({ database }: ConsoleParts): Answer =>
  ({ body }) => {
    const { stages } = body;
    if (!Array.isArray(stages)) throw refuse('stages 不是列表');
    return rowsOf(database, {
      action: 'database.aggregateDocuments',
      collectionName: text(body, 'collection'),
      stages: stages.map(stageOf),
    });
  };

async function rowsOf(database: Database, request: WireRequest): Promise<RowsView> {
  const startedMs = performance.now();
  const answer = await database.handle(request);
  if (isFailure(answer)) throw refuse(`${answer.code} ${answer.message}`);
  const { list, total } = answer.data as { list: string[]; total?: number };
  const looked = database.workOf(request)?.looked;
  return { rows: list.map(readable), total, looked, ms: performance.now() - startedMs };
}

function object(body: Record<string, unknown>, name: string): object {
  const value = body[name] ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) throw refuse(`${name} 不是对象`);
  return value;
}

function stageOf(stage: unknown): { stageKey: string; stageValue: string } {
  const entries = typeof stage === 'object' && stage !== null ? Object.entries(stage) : [];
  const [first] = entries;
  if (!first || entries.length !== 1)
    throw refuse('管道的每一步（stage）是只有一个字段的对象，如 {"$match": {}}');
  return { stageKey: first[0], stageValue: JSON.stringify(first[1]) };
}

/** A document on the wire as people read it, and as a condition takes it again: plain numbers, dates as texts under $date. */
function readable(row: string): string {
  const plain: unknown = JSON.parse(row, (_, value: unknown) => unwrapped(value));
  return JSON.stringify(plain, null, 2);
}

function unwrapped(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const [entry, ...others] = Object.entries(value);
  if (!entry || others.length > 0) return value;
  const [name, inner] = entry as [string, unknown];
  if (name === '$date') return { $date: new Date(Number(inner)).toISOString() };
  if (name !== '$numberInt' && name !== '$numberLong' && name !== '$numberDouble') return value;
  const number = Number(inner);
  // What JSON has no number for, or what would lose digits, stays as it travels.
  const exact = Number.isFinite(number) && (name === '$numberDouble' || Number.isSafeInteger(number));
  return exact ? number : value;
}
