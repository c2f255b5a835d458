import { EJSON } from 'bson';
import type { DatabaseServer } from './database-server';

export const ITEMS = [
  { _id: '1', price: 10, tags: ['a', 'b'], stock: null },
  { _id: '2', price: 50.5, tags: [], stock: { warehouse: 'A' } },
  { _id: '3', price: 20, tags: 'c' },
  { _id: '4', price: 80, stock: 3 },
  { _id: '5', price: 200, tags: null, stock: [1, 'x'] },
];
export const ORDERS = [
  { _id: 4, book: 'novel 1', price: 30, quantity: 2 },
  { _id: 5, book: 'science 1', price: 20, quantity: 1 },
  { _id: 6 },
];
export const BOOKS = [
  { _id: 'book1', title: 'novel 1', stock: 120 },
  { _id: 'book2', title: 'science 1', stock: 90 },
  { _id: 'book6', title: null, stock: 30 },
];

/** Rows of a pipeline written as MongoDB takes it, sent as the SDK would. Rejects with code and message. */
export async function rowsOf(
  server: DatabaseServer,
  collectionName: string,
  stages: object[],
): Promise<unknown[]> {
  const answer = await server.database.handle({
    action: 'database.aggregateDocuments',
    collectionName,
    stages: stages.map((stage) => {
      const [[stageKey, value] = ['', null]] = Object.entries(stage) as [string, unknown][];
      const document = typeof value === 'object' && !Array.isArray(value);
      return {
        stageKey,
        stageValue: document ? EJSON.stringify(value, { relaxed: false }) : JSON.stringify(value),
      };
    }),
  });
  if ('code' in answer) throw new Error(`${answer.code} ${answer.message}`);
  return (answer.data?.list as string[]).map((row) => EJSON.parse(row) as unknown);
}
