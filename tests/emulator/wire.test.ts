import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WireRequest } from '../../emulator/wire';
import { type DatabaseServer, startDatabaseServer } from './support/database-server';
import { matching } from './support/expecting';
import type { SdkCollection, SdkDatabase } from './support/sdk';

/* What the SDK sends for what is written with it: the ground that every other rule stands on. */

let server: DatabaseServer;
let db: SdkDatabase;
let things: SdkCollection;
let answer: 'EXCEED_RATELIMIT' | 'DATABASE_PERMISSION_DENIED' | undefined;

beforeAll(async () => {
  server = await startDatabaseServer({
    instead: () => answer && { code: answer, message: 'as the test wants', requestId: 'r' },
  });
  db = server.db;
  things = db.collection('things');
});
afterAll(() => server.close());
beforeEach(() => {
  answer = undefined;
  server.requests.length = 0;
});

/** The one request that the work sent. */
async function sent(work: Promise<unknown>): Promise<WireRequest> {
  await work;
  const [request, ...others] = server.requests.splice(0);
  expect(others).toEqual([]);
  return request ?? { action: 'none' };
}

describe('the SDK', () => {
  it('[CWR-1] sends each operation as one request with its action, its environment and its token', async () => {
    expect(await sent(things.count())).toMatchObject({
      action: 'database.calculateDocument',
      collectionName: 'things',
      queryType: 'WHERE',
      envName: 'local',
      wxCloudApiToken: '',
    });
  });

  it('[CWR-2] sends documents and conditions as texts of canonical EJSON', async () => {
    const data = {
      _id: 'a',
      n: 1,
      f: 1.5,
      big: 2 ** 40,
      at: new Date(5),
      later: db.serverDate({ offset: 7 }),
    };
    expect(await sent(things.add({ data }))).toMatchObject({
      action: 'database.insertDocument',
      data: [
        '{"_id":"a","n":{"$numberInt":"1"},"f":{"$numberDouble":"1.5"},"big":{"$numberLong":"1099511627776"},' +
          '"at":{"$date":{"$numberLong":"5"}},"later":{"$tcb_server_date":{"offset":{"$numberInt":"7"}}}}',
      ],
    });
    const condition = { n: db.command.gt(1), text: db.RegExp({ regexp: '^a', options: 'i' }) };
    expect(await sent(things.where(condition).get())).toMatchObject({
      query: '{"n":{"$gt":{"$numberInt":"1"}},"text":{"$regularExpression":{"pattern":"^a","options":"i"}}}',
    });
  });

  it('[CWR-3] asks for 100 rows when no limit is set, and for 1,000 when it is larger', async () => {
    expect(await sent(things.get())).toMatchObject({ queryType: 'WHERE', limit: 100 });
    expect(await sent(things.limit(5000).get())).toMatchObject({ limit: 1000 });
    expect(await sent(things.skip(2).limit(3).orderBy('n', 'desc').field({ n: true }).get())).toMatchObject({
      offset: 2,
      limit: 3,
      order: '{"n":{"$numberInt":"-1"}}',
      projection: '{"n":{"$numberInt":"1"}}',
    });
  });

  it('[CWR-4] sends set as a replacement that may create, update as operators with dotted paths', async () => {
    expect(await sent(things.doc('a').set({ data: { n: { m: 1 } } }))).toMatchObject({
      queryType: 'DOC',
      query: '{"_id":"a"}',
      data: '{"n":{"m":{"$numberInt":"1"}}}',
      merge: false,
      upsert: true,
      multi: false,
    });
    expect(await sent(things.doc('a').update({ data: { n: { m: 2 }, c: db.command.inc(1) } }))).toMatchObject(
      {
        data: '{"$inc":{"c":{"$numberInt":"1"}},"$set":{"n.m":{"$numberInt":"2"}}}',
        merge: true,
        upsert: false,
        multi: false,
      },
    );
  });

  it('[CWR-5] sends changes by condition for all that match', async () => {
    const found = things.where({ n: 1 });
    expect(await sent(found.update({ data: { n: 2 } }))).toMatchObject({ multi: true, queryType: 'WHERE' });
    expect(await sent(found.remove())).toMatchObject({ multi: true, query: '{"n":{"$numberInt":"1"}}' });
  });

  it('[CWR-6] sends an aggregation as a list of stages', async () => {
    expect(await sent(things.aggregate().match({ n: 1 }).limit(2).end())).toMatchObject({
      action: 'database.aggregateDocuments',
      stages: [
        { stageKey: '$match', stageValue: '{"n":{"$numberInt":"1"}}' },
        { stageKey: '$limit', stageValue: '2' },
      ],
    });
  });

  it('[CWR-7] names its transaction with doc(), add() and where().get(), and with nothing else', async () => {
    const tx = await db.startTransaction();
    const inside = tx.collection('things');
    server.requests.length = 0;
    const belongs = [
      await sent(inside.doc('a').get()),
      await sent(inside.doc('a').update({ data: { n: 1 } })),
      await sent(inside.add({ data: {} })),
      await sent(inside.where({ n: 1 }).get()),
    ];
    const outside = [
      await sent(inside.where({ n: 77 }).update({ data: { n: 1 } })),
      await sent(inside.where({ n: 77 }).remove()),
      await sent(inside.where({ n: 1 }).count()),
      await sent(inside.aggregate().match({ n: 1 }).end()),
    ];
    expect(belongs.map(({ transactionId }) => transactionId)).toEqual(Array(4).fill(matching(/./)));
    expect(outside.map(({ transactionId }) => transactionId)).toEqual(Array(4).fill(undefined));
    await tx.rollback();
  });

  it('[CWR-8] shows codes that it does not know as -501001, and a refused permission as -502003', async () => {
    answer = 'EXCEED_RATELIMIT';
    await expect(things.get()).rejects.toMatchObject({ errCode: -501001 });
    answer = 'DATABASE_PERMISSION_DENIED';
    await expect(things.get()).rejects.toMatchObject({ errCode: -502003 });
  });
});
