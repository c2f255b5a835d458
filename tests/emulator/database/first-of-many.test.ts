import { describe, expect, it } from 'vitest';
import { databaseFile, insert, query } from '../support/database-file';

const { start } = databaseFile();
const about = { collectionName: 'things', queryType: 'WHERE', query: '{"n":1}' };

/** What the SDK always asks for is `multi: true`, with a condition; the wire knows both. */
describe('a change of the first that matches', () => {
  it('leaves the others', async () => {
    const database = await start();
    await insert(database, { _id: 'a', n: 1 }, { _id: 'b', n: 1 }, { _id: 'c', n: 1 });
    const data = '{"$set":{"m":2}}';
    const change = { action: 'database.modifyDocument', ...about, multi: false, merge: true, data };
    expect(await database.handle(change)).toHaveProperty('data.updated', 1);
    expect(await database.handle(query('{"m":2}'))).toHaveProperty('data.total', 1);
    expect(await database.handle({ ...change, multi: true })).toHaveProperty('data.updated', 2);
  });

  it('removes one', async () => {
    const database = await start();
    await insert(database, { _id: 'a', n: 1 }, { _id: 'b', n: 1 }, { _id: 'c', n: 1 });
    const removal = { action: 'database.removeDocument', ...about, multi: false };
    expect(await database.handle(removal)).toHaveProperty('data.deleted', 1);
    expect(database.stats()).toEqual({ things: 2 });
    expect(await database.handle({ ...removal, multi: true })).toHaveProperty('data.deleted', 2);
  });
});
