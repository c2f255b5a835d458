import { EJSON } from 'bson';
import type { CollectionName } from '../../config/collections';
import type { LocalCloud } from '../../emulator';
import type { TestCloud } from './local-cloud';

/** Documents in one answer: of a thousand with a history the platform's 1 MB is not enough. */
const PAGE = 250;

/** What lies in a collection, past the application. */
export async function documentsOf<T = Record<string, unknown>>(
  cloud: LocalCloud,
  collectionName: CollectionName,
): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const answer = await cloud.database.handle({
      action: 'database.getDocument',
      collectionName,
      query: '{}',
      queryType: 'WHERE',
      limit: PAGE,
      offset: all.length,
    });
    if (!('data' in answer)) throw new Error(`no documents of ${collectionName}: ${JSON.stringify(answer)}`);
    const { list } = answer.data as { list: string[] };
    all.push(...list.map((row) => EJSON.parse(row, { relaxed: true }) as T));
    if (list.length < PAGE) return all;
  }
}

/** Takes one document away, past the application. */
export async function removed(cloud: TestCloud, collectionName: CollectionName, id: string): Promise<void> {
  const query = EJSON.stringify({ _id: id });
  await cloud.cloud.database.handle({
    action: 'database.removeDocument',
    collectionName,
    query,
    multi: false,
  });
}

/** Puts a document in, past the application. */
export async function inserted(
  cloud: TestCloud,
  collectionName: CollectionName,
  document: object,
): Promise<void> {
  const data = [EJSON.stringify(document, { relaxed: false })];
  await cloud.cloud.database.handle({ action: 'database.insertDocument', collectionName, data });
}
