import { describe, expect, it } from 'vitest';
import type { Database } from '../../../emulator/database';
import { databaseFile, insert, query } from '../support/database-file';

const { start } = databaseFile();
const collections = [
  { name: 'things', indexes: [{ name: 'n_1', keys: [{ field: 'n', order: 1 as const }] }] },
];

const begin = async (database: Database) => {
  const begun = await database.handle({ action: 'database.startTransaction' });
  return 'transactionId' in begun ? begun.transactionId : undefined;
};
const about = (id: string) => ({ collectionName: 'things', queryType: 'DOC', query: `{"_id":"${id}"}` });
const idsOf = async (database: Database, transactionId?: unknown, condition = '{}') => {
  const answer = await database.handle({ ...query(condition), transactionId });
  const { list } = ('data' in answer ? answer.data : { list: [] }) as { list: string[] };
  return list.map((text) => (JSON.parse(text) as { _id: string })._id);
};

describe('natural order', () => {
  it('[CTX-28] gives a new place to a document that one transaction removes and inserts anew', async () => {
    const database = await start(collections);
    await insert(database, { _id: 'a', n: 1 }, { _id: 'b', n: 1 }, { _id: 'c', n: 1 });
    const [writer, reader] = [await begin(database), await begin(database)];
    expect(await idsOf(database, reader)).toEqual(['a', 'b', 'c']);
    await database.handle({ action: 'database.removeDocument', ...about('a'), transactionId: writer });
    const data = ['{"_id":"a","n":2}'];
    await database.handle({
      action: 'database.insertDocument',
      ...{ collectionName: 'things', data, transactionId: writer },
    });
    await database.handle({
      action: 'database.modifyDocument',
      ...{ ...about('a'), merge: true, data: '{"$set":{"n":1}}', transactionId: writer },
    });
    expect(await idsOf(database, writer)).toEqual(['b', 'c', 'a']);
    await database.handle({ action: 'database.commitTransaction', transactionId: writer });
    await insert(database, { _id: 'd', n: 1 });
    for (const condition of ['{}', '{"n":1}']) {
      expect(await idsOf(database, undefined, condition)).toEqual(['b', 'c', 'a', 'd']);
      expect(await idsOf(database, reader, condition)).toEqual(['a', 'b', 'c']);
    }
    expect(database.stats()).toEqual({ things: 4 });
    await database.close();
    const again = await start(collections);
    expect(await idsOf(again)).toEqual(['b', 'c', 'a', 'd']);
    expect(await idsOf(again, undefined, '{"n":1}')).toEqual(['b', 'c', 'a', 'd']);
  });

  it('[CTX-28] leaves the place of a document that is changed or replaced', async () => {
    const database = await start(collections);
    await insert(database, { _id: 'a', n: 1 }, { _id: 'b', n: 1 });
    const change = { action: 'database.modifyDocument', ...about('a') };
    await database.handle({ ...change, merge: true, data: '{"$set":{"n":3}}' });
    await database.handle({ ...change, merge: false, upsert: true, data: '{"n":4}' });
    expect(await idsOf(database)).toEqual(['a', 'b']);
  });
});
