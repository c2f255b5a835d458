import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DatabaseServer, startDatabaseServer } from '../support/database-server';
import { containing, matching } from '../support/expecting';
import type { SdkCollection } from '../support/sdk';

let server: DatabaseServer;
let things: SdkCollection;

beforeAll(async () => {
  server = await startDatabaseServer();
  things = server.db.collection('things');
});
afterAll(() => server.close());
beforeEach(async () => {
  await things.where({}).remove();
});

describe('updates by the SDK', () => {
  it('understands its commands', async () => {
    const _ = server.db.command;
    await things.add({ data: { _id: 'x', n: 1, list: [1, 2, 3], gone: 1, old: 1, deep: { a: 1, b: 2 } } });
    const { stats } = await things.doc('x').update({
      data: {
        n: _.inc(2),
        list: _.push([4, 5]),
        gone: _.remove(),
        old: _.rename('young'),
        deep: { a: 9 },
        set: _.addToSet(1),
        low: _.min(3),
        high: _.max(3),
      },
    });
    expect(stats.updated).toBe(1);
    await things.doc('x').update({ data: { list: _.unshift([0]), deep: _.set({ c: 3 }) } });
    await things.doc('x').update({ data: { list: _.pop() } });
    await things.doc('x').update({ data: { list: _.shift() } });
    await things.doc('x').update({ data: { list: _.pull(_.in([2])), n: _.mul(10) } });
    expect((await things.doc('x').get()).data).toEqual({
      _id: 'x',
      n: 30,
      list: [1, 3, 4],
      young: 1,
      deep: { c: 3 },
      set: [1],
      low: 3,
      high: 3,
    });
  });

  it('changes every document that matches, and counts those that changed', async () => {
    for (const n of [1, 2, 3, 4]) await things.add({ data: { _id: `n${n}`, n, even: n % 2 === 0 } });
    const { stats } = await things.where({ n: server.db.command.gt(1) }).update({ data: { even: true } });
    expect(stats.updated).toBe(1);
    expect((await things.where({ even: true }).count()).total).toBe(3);
    expect((await things.where({ even: true }).remove()).stats.removed).toBe(3);
  });

  it('tells the caller when a field has the wrong type', async () => {
    await things.add({ data: { _id: 'x', name: 'n' } });
    await expect(things.doc('x').update({ data: { name: server.db.command.inc(1) } })).rejects.toMatchObject({
      errCode: -502001,
      errMsg: containing('Cannot apply $inc to a value of non-numeric type'),
    });
  });

  it('keeps the documents changed before one that cannot be, as MongoDB does', async () => {
    for (const [id, n] of Object.entries({ a: 1, b: 'text', c: 3 }))
      await things.add({ data: { _id: id, n } });
    await expect(things.where({}).update({ data: { n: server.db.command.inc(1) } })).rejects.toThrow('$inc');
    expect((await things.orderBy('_id', 'asc').get()).data.map(({ n }) => n)).toEqual([2, 'text', 3]);
  });

  it('makes a document from the condition when an upsert finds none', async () => {
    const upsert = (data: object) =>
      server.database.handle({
        action: 'database.modifyDocument',
        collectionName: 'things',
        queryType: 'WHERE',
        query: '{"kind":"k","n":{"$gt":{"$numberInt":"5"}}}',
        data: JSON.stringify(data),
        multi: false,
        merge: true,
        upsert: true,
      });
    const answer = await upsert({ $set: { n: 6 }, $setOnInsert: { first: true } });
    expect(answer).toHaveProperty('data.upsert_id', matching(/^[0-9a-f]{32}$/));
    expect(await upsert({ $set: { n: 7 }, $setOnInsert: { first: false } })).toHaveProperty('data', {
      updated: 1,
    });
    expect((await things.get()).data).toMatchObject([{ kind: 'k', n: 7, first: true }]);
  });
});
