import { EJSON } from 'bson';
import type { Database } from '../../../emulator/database';

/** One document for each type that field `a` can have, in the order of insertion. */
export const MIXED = [
  { _id: 'num', a: 5 },
  { _id: 'float', a: 5.5 },
  { _id: 'text', a: '5' },
  { _id: 'null', a: null },
  { _id: 'none' },
  { _id: 'yes', a: true },
  { _id: 'date', a: new Date(5) },
  { _id: 'list', a: [1, 5, 9] },
  { _id: 'empty', a: [] },
  { _id: 'lists', a: [[1, 2], 3] },
  { _id: 'doc', a: { x: 1, y: 2 } },
  { _id: 'docs', a: [{ x: 1, y: 2 }, { x: 3 }, 7] },
];

/** Ids of `things` that match a condition written as MongoDB takes it. Rejects with code and message. */
export async function idsOf(
  database: Database,
  query: object,
  extra: Record<string, unknown> = {},
): Promise<string[]> {
  const answer = await database.handle({
    action: 'database.getDocument',
    collectionName: 'things',
    queryType: 'WHERE',
    query: EJSON.stringify(query, { relaxed: false }),
    ...extra,
  });
  if ('code' in answer) throw new Error(`${answer.code} ${answer.message}`);
  return (answer.data?.list as string[]).map((row) => (JSON.parse(row) as { _id: string })._id);
}
