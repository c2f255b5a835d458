import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DatabaseServer, startDatabaseServer } from '../support/database-server';
import { containing } from '../support/expecting';
import type { SdkCollection } from '../support/sdk';

let server: DatabaseServer;
let homes: SdkCollection;

beforeAll(async () => {
  server = await startDatabaseServer({
    collections: [
      {
        name: 'homes',
        indexes: [
          {
            name: 'door_1',
            keys: [
              { field: 'building', order: 1 },
              { field: 'door', order: 1 },
            ],
            unique: true,
          },
          { name: 'tags_1', keys: [{ field: 'tags', order: 1 }] },
          {
            name: 'owner_1',
            keys: [
              { field: 'owner.name', order: 1 },
              { field: 'since', order: -1 },
            ],
          },
        ],
      },
    ],
  });
  homes = server.db.collection('homes');
});
afterAll(() => server.close());
beforeEach(async () => {
  await homes.where({}).remove();
});

const duplicate = {
  errCode: -502001,
  errMsg: containing('E11000 duplicate key error collection: tnt-local.homes index: door_1'),
};

describe('a unique index', () => {
  it('[CDB-51] refuses a second document with the same values, whichever way it is written', async () => {
    await homes.add({ data: { _id: 'a', building: 1, door: '101' } });
    await homes.add({ data: { _id: 'b', building: 1, door: '102' } });
    await expect(homes.add({ data: { building: 1, door: '101' } })).rejects.toMatchObject(duplicate);
    await expect(homes.doc('b').update({ data: { door: '101' } })).rejects.toMatchObject(duplicate);
    await expect(homes.doc('c').set({ data: { building: 1, door: '101' } })).rejects.toMatchObject(duplicate);
    expect((await homes.doc('b').get()).data).toMatchObject({ door: '102' });
    expect(server.database.stats().homes).toBe(2);
  });

  it('names the values in its message', async () => {
    await homes.add({ data: { building: 1, door: '101' } });
    await expect(homes.add({ data: { building: 1, door: '101' } })).rejects.toMatchObject({
      errMsg: containing('dup key: { building: 1, door: "101" }'),
    });
  });

  it('[CDB-50] counts what is missing as null: only one document may lack a field', async () => {
    await homes.add({ data: { building: 2 } });
    await expect(homes.add({ data: { building: 2, door: null } })).rejects.toMatchObject(duplicate);
    await homes.add({ data: { building: 3 } });
  });

  it('[CDB-52] gives a value free when its document changes or goes', async () => {
    await homes.add({ data: { _id: 'a', building: 1, door: '101' } });
    await homes.doc('a').update({ data: { door: '103' } });
    await homes.add({ data: { _id: 'b', building: 1, door: '101' } });
    await homes.doc('b').remove();
    await homes.add({ data: { _id: 'c', building: 1, door: '101' } });
    await homes.doc('c').update({ data: { door: '101', floor: 1 } });
  });

  it('[CDB-53] lets exactly one of many writers at once in', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => homes.add({ data: { building: 9, door: '901' } })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(server.database.stats().homes).toBe(1);
  });

  it('holds after the file was opened again', async () => {
    await homes.add({ data: { building: 1, door: '101' } });
    await server.reopen();
    await expect(homes.add({ data: { building: 1, door: '101' } })).rejects.toMatchObject(duplicate);
  });

  it('stops an insert of several at the one that exists; those before it stay', async () => {
    const answer = await server.database.handle({
      action: 'database.insertDocument',
      collectionName: 'homes',
      data: ['{"_id":"x","building":1}', '{"_id":"y","building":1}', '{"_id":"z","building":2}'],
    });
    expect(answer).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
    expect((await homes.get()).data.map(({ _id }) => _id)).toEqual(['x']);
  });
});

describe('a query that an index serves', () => {
  const found = async (condition: object) => (await homes.where(condition).get()).data.map(({ _id }) => _id);

  it('finds the same as a scan, for equality, $in, null, arrays and paths', async () => {
    const _ = server.db.command;
    await homes.add({ data: { _id: 'a', building: 1, door: '101', tags: ['x', 'y'], owner: { name: 'n' } } });
    await homes.add({ data: { _id: 'b', building: 1, door: '102', tags: 'x', owner: { name: 'n' } } });
    await homes.add({ data: { _id: 'c', building: 2, door: '101' } });
    expect(await found({ building: 1, door: '101' })).toEqual(['a']);
    expect(await found({ building: 1 })).toEqual(['a', 'b']);
    expect(await found({ building: _.in([2, 1]), door: '101' })).toEqual(['a', 'c']);
    expect(await found({ building: _.in([2, 1]), door: _.gt('101') })).toEqual(['b']);
    expect(await found({ tags: 'x' })).toEqual(['a', 'b']);
    expect(await found({ tags: null })).toEqual(['c']);
    expect(await found({ owner: { name: 'n' }, since: null })).toEqual(['a', 'b']);
    expect(await found(_.and([{ tags: 'y' }, { building: 1 }]))).toEqual(['a']);
    expect(await found({ _id: _.in(['c', 'nobody', 'a']) })).toEqual(['a', 'c']);
    expect(await found({ _id: 'a', building: 2 })).toEqual([]);
  });

  it('follows every change of the documents', async () => {
    await homes.add({ data: { _id: 'a', building: 1, tags: ['x'] } });
    expect(await found({ tags: 'x' })).toEqual(['a']);
    await homes.doc('a').update({ data: { tags: ['z'] } });
    expect(await found({ tags: 'x' })).toEqual([]);
    expect(await found({ tags: 'z' })).toEqual(['a']);
    await homes.doc('a').remove();
    expect(await found({ tags: 'z' })).toEqual([]);
  });

  it('does not read 10,000 documents to find a few', async () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, n) => `{"building":{"$numberInt":"${n % 500}"},"door":"${n}"}`,
    );
    for (let at = 0; at < rows.length; at += 1000) {
      const data = rows.slice(at, at + 1000);
      await server.database.handle({ action: 'database.insertDocument', collectionName: 'homes', data });
    }
    const looked = async (query: string) => {
      const request = {
        action: 'database.getDocument',
        collectionName: 'homes',
        queryType: 'WHERE',
        query,
        limit: 1000,
      };
      expect(await server.database.handle(request)).toHaveProperty('data.total', 20);
      return server.database.workOf(request);
    };
    const int = (n: number) => `{"$numberInt":"${n}"}`;
    expect(await looked(`{"building":${int(77)}}`)).toMatchObject({ index: 'door_1', looked: 20, found: 20 });
    const between = `{"building":{"$gt":${int(76)},"$lt":${int(78)}}}`;
    // The ends of a range are looked up with it.
    expect(await looked(between)).toMatchObject({ index: 'door_1', looked: 60, found: 20 });
    const scanned = await looked(`{"$expr":{"$eq":["$building",${int(77)}]}}`);
    expect(scanned).toMatchObject({ looked: 10_000, found: 20 });
    expect(scanned).not.toHaveProperty('index');
  });
});
