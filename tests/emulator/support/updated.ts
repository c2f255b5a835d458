import { EJSON } from 'bson';
import type { DatabaseServer } from './database-server';

/** Applies operators, written as MongoDB takes them, to one document of `things`; answers it without its id. */
export async function updated(
  server: DatabaseServer,
  document: object,
  update: object,
): Promise<Record<string, unknown>> {
  const things = server.db.collection('things');
  await things.doc('x').set({ data: document });
  const answer = await server.database.handle({
    action: 'database.modifyDocument',
    collectionName: 'things',
    queryType: 'DOC',
    query: '{"_id":"x"}',
    data: EJSON.stringify(update, { relaxed: false }),
    multi: false,
    merge: true,
    upsert: false,
  });
  if ('code' in answer) throw new Error(`${answer.code} ${answer.message}`);
  const { _id, ...rest } = (await things.doc('x').get()).data ?? {};
  return rest;
}
