import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseServer, startDatabaseServer } from '../support/database-server';

let server: DatabaseServer;
beforeAll(async () => {
  server = await startDatabaseServer();
  await server.db.collection('things').add({ data: { _id: 'a' } });
});
afterAll(() => server.close());

const update = (data: object) =>
  server.database.handle({
    action: 'database.modifyDocument',
    ...{ collectionName: 'things', queryType: 'DOC', merge: true, query: '{"_id":"a"}' },
    data: JSON.stringify(data),
  });

/** What is stored is read again at every later start: what could not be read must not be stored. */
describe('a document that could not be read again', () => {
  it('is refused when an update makes it too deep, although the request is not', async () => {
    let deep: object = { end: 1 };
    for (let level = 0; level < 60; level++) deep = { deep };
    const path = Array.from({ length: 70 }, () => 'p').join('.');
    expect(await update({ $set: { [path]: deep } })).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('maximum nested depth of 100') as string,
    });
    expect((await server.db.collection('things').get()).data).toEqual([{ _id: 'a' }]);
  });

  it('is refused when a server date lies beyond all dates', async () => {
    const offset = { $numberDouble: '1e300' };
    expect(await update({ $set: { at: { $tcb_server_date: { offset } } } })).toMatchObject({
      code: 'INVALID_PARAM',
    });
    expect((await server.db.collection('things').get()).data).toEqual([{ _id: 'a' }]);
  });
});
