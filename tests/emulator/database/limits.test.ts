import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseServer, startDatabaseServer } from '../support/database-server';
import { containing } from '../support/expecting';
import type { SdkCollection } from '../support/sdk';

let server: DatabaseServer;
let many: SdkCollection;

beforeAll(async () => {
  server = await startDatabaseServer({ collections: [{ name: 'many' }, { name: 'large' }] });
  many = server.db.collection('many');
  for (let at = 0; at < 1200; at += 400) {
    const data = Array.from({ length: 400 }, (_, n) =>
      JSON.stringify({ _id: `n${String(at + n).padStart(4, '0')}` }),
    );
    await server.database.handle({ action: 'database.insertDocument', collectionName: 'many', data });
  }
});
afterAll(() => server.close());

describe('limits', () => {
  it('gives 100 rows when no limit is set, and never more than 1,000', async () => {
    expect((await many.get()).data).toHaveLength(100);
    expect((await many.limit(150).get()).data).toHaveLength(150);
    expect((await many.limit(5000).get()).data).toHaveLength(1000);
    expect((await many.skip(1150).get()).data).toHaveLength(50);
    const request = { action: 'database.getDocument', collectionName: 'many', queryType: 'WHERE' };
    const raw = await server.database.handle({ ...request, limit: 5000 });
    expect(raw).toHaveProperty('data.list.length', 1000);
    expect(raw).toHaveProperty('data.total', 1200);
    // The SDK sends a limit of its own; others may send none.
    expect(await server.database.handle(request)).toHaveProperty('data.list.length', 100);
  });

  it('counts beyond the rows that it gives', async () => {
    expect((await many.count()).total).toBe(1200);
  });

  it('gives 20 rows of an aggregation without a limit', async () => {
    expect((await many.aggregate().sort({ _id: 1 }).end()).list).toHaveLength(20);
    expect((await many.aggregate().limit(700).end()).list).toHaveLength(700);
  });

  it('refuses an answer of more than 1 MB', async () => {
    const large = server.db.collection('large');
    await large.add({ data: { _id: 'a', text: 'x'.repeat(600_000) } });
    await large.add({ data: { _id: 'b', text: '中'.repeat(200_000) } });
    await expect(large.get()).rejects.toMatchObject({
      errCode: -501001,
      errMsg: containing('size exceed limit (1MB)'),
    });
    expect((await large.limit(1).get()).data).toHaveLength(1);
    expect((await large.field({ text: false }).get()).data).toHaveLength(2);
  });

  it('[CDB-36] refuses a document of more than 16 MB', async () => {
    const large = server.db.collection('large');
    await expect(large.add({ data: { _id: 'c', text: 'x'.repeat(17 * 1024 * 1024) } })).rejects.toMatchObject(
      {
        errMsg: containing('object to insert too large'),
      },
    );
    expect(server.database.stats().large).toBe(2);
  });

  it('[CDB-37] holds at most 100 collections', async () => {
    for (let n = server.database.stats().many ? 2 : 0; n < 100; n++)
      await server.db.createCollection(`c${n}`);
    await expect(server.db.createCollection('one_more')).rejects.toMatchObject({
      code: 'DATABASE_COLLECTION_EXCEED_LIMIT',
    });
  });
});
