import { EJSON } from 'bson';
import type { CollectionName } from '../../config/collections';
import type { LocalCloud } from '../../emulator';
import type { TestCloud } from './local-cloud';

/** What lies in a collection (at most 1,000 documents), past the application. */
export async function documentsOf<T = Record<string, unknown>>(
  cloud: LocalCloud,
  collectionName: CollectionName,
): Promise<T[]> {
  const answer = await cloud.database.handle({
    action: 'database.getDocument',
    collectionName,
    query: '{}',
    queryType: 'WHERE',
    limit: 1000,
  });
  if (!('data' in answer)) throw new Error(`no documents of ${collectionName}: ${JSON.stringify(answer)}`);
  return (answer.data as { list: string[] }).list.map((row) => EJSON.parse(row, { relaxed: true }) as T);
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
