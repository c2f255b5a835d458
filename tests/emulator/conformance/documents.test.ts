import cloud from 'wx-server-sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { containing } from '../support/expecting';
import type { SdkCollection, SdkDatabase } from '../support/sdk';
import { failureOf } from './support/failure';
import { startTarget, type Target } from './support/target';

let target: Target;
let db: SdkDatabase;
let rows: SdkCollection;

beforeAll(async () => {
  target = await startTarget();
  db = target.db;
});
afterAll(() => target.end());
beforeEach(async () => {
  rows = await target.collection('documents');
});

const read = async (id: string | number) => (await rows.doc(id).get()).data;

describe('a document', () => {
  it('[CDB-1] comes back with every value that JSON and dates can say', async () => {
    const document = {
      int: 5,
      double: -1.5,
      long: 2 ** 40,
      text: '坝坝会 😀',
      yes: true,
      nothing: null,
      date: new Date(1_700_000_000_000),
      list: [1, [2, { three: 3 }], 'four'],
      nested: { a: { b: 'deep' } },
      none: [],
      empty: {},
    };
    await rows.add({ data: { _id: 'all', ...document } });
    expect(await read('all')).toEqual({ _id: 'all', ...document });
  });

  it('[CDB-2] gets an id when it has none; texts and numbers are different ids', async () => {
    const { _id } = await rows.add({ data: { n: 0 } });
    expect(_id).toMatch(/^[0-9a-f]{32}$/);
    await rows.add({ data: { _id: '1', kind: 'text' } });
    await rows.add({ data: { _id: 1, kind: 'number' } });
    expect([await read('1'), await read(1)]).toMatchObject([{ kind: 'text' }, { kind: 'number' }]);
  });

  it('[CDB-3] is added once under an id: the second add fails and changes nothing', async () => {
    await rows.add({ data: { _id: 'once', n: 1 } });
    const failure = await failureOf(rows.add({ data: { _id: 'once', n: 2 } }));
    expect(failure).toMatchObject({ errCode: -502001, errMsg: containing('E11000 duplicate key error') });
    expect(await read('once')).toEqual({ _id: 'once', n: 1 });
  });

  it('[CDB-4] is one that set replaces as a whole or creates, and says which', async () => {
    expect((await rows.doc('s').set({ data: { a: 1, b: 2 } })).stats).toEqual({ created: 1, updated: 0 });
    expect((await rows.doc('s').set({ data: { c: 3 } })).stats).toEqual({ created: 0, updated: 1 });
    expect(await read('s')).toEqual({ _id: 's', c: 3 });
  });

  it('[CDB-5] keeps what an update does not name, also inside of nested documents', async () => {
    await rows.add({ data: { _id: 'u', a: { b: 1, c: 1 }, d: 1 } });
    expect((await rows.doc('u').update({ data: { a: { b: 2 } } })).stats).toEqual({ updated: 1 });
    expect(await read('u')).toEqual({ _id: 'u', a: { b: 2, c: 1 }, d: 1 });
  });

  it('[CDB-6] that is missing: get fails with -1, or gives null when the database was asked so', async () => {
    const failure = await failureOf(rows.doc('nobody').get());
    expect(failure).toMatchObject({
      errCode: -1,
      errMsg: containing('document with _id nobody does not exist'),
    });
    const lenient = cloud.database({ throwOnNotFound: false } as object) as unknown as SdkDatabase;
    expect((await lenient.collection('conformance_documents').doc('nobody').get()).data).toBeNull();
  });

  it('[CDB-7] that is missing is no error for update and remove: they count 0', async () => {
    expect((await rows.doc('nobody').update({ data: { a: 1 } })).stats).toEqual({ updated: 0 });
    expect((await rows.doc('nobody').remove()).stats).toEqual({ removed: 0 });
  });

  it('[CDB-8] gets server dates by the clock of the cloud, with their offset', async () => {
    await rows.add({ data: { _id: 'd', at: db.serverDate(), in: { at: db.serverDate({ offset: 1500 }) } } });
    const { at, in: inside } = (await read('d')) as { at: Date; in: { at: Date } };
    expect(Math.abs(at.getTime() - Date.now())).toBeLessThan(5 * 60_000);
    expect(inside.at.getTime() - at.getTime()).toBe(1500);
    await rows.doc('d').update({ data: { at: db.serverDate({ offset: -60_000 }) } });
    const { at: later } = (await read('d')) as { at: Date };
    expect(later.getTime()).toBeLessThan(at.getTime());
  });

  it('[CDB-9] is changed by exactly one of several that compare and set its version at once', async () => {
    await rows.add({ data: { _id: 'v', version: 1 } });
    const attempts = await Promise.all(
      [1, 2, 3, 4].map(() =>
        rows.where({ _id: 'v', version: 1 }).update({ data: { version: db.command.inc(1) } }),
      ),
    );
    expect(attempts.map(({ stats }) => stats.updated).sort()).toEqual([0, 0, 0, 1]);
  });

  it('[CDB-10] is counted up by many at once without a lost step', async () => {
    await rows.add({ data: { _id: 'n', n: 0 } });
    await Promise.all(
      Array.from({ length: 10 }, () => rows.doc('n').update({ data: { n: db.command.inc(1) } })),
    );
    expect(await read('n')).toEqual({ _id: 'n', n: 10 });
  });

  it('[CDB-11] never gets another id, and no field that begins with a dollar sign', async () => {
    await rows.add({ data: { _id: 'k', n: 1 } });
    const raw = (data: object) => rows.doc('k').update({ data });
    expect(await failureOf(raw({ _id: 'other' }))).toHaveProperty('errMsg');
    expect(await failureOf(rows.add({ data: { a: { $b: 1 } } }))).toHaveProperty('errMsg');
    expect(await read('k')).toEqual({ _id: 'k', n: 1 });
  });
});

describe('a collection', () => {
  it('[CDB-12] that was never created answers -502005, an aggregation by its code', async () => {
    const nowhere = db.collection('conformance_never_created');
    for (const work of [
      nowhere.get(),
      nowhere.count(),
      nowhere.add({ data: {} }),
      nowhere.doc('a').update({ data: { a: 1 } }),
      nowhere.where({ a: 1 }).remove(),
    ]) {
      expect(await failureOf(work)).toMatchObject({ errCode: -502005 });
    }
    expect(await failureOf(nowhere.aggregate().match({ a: 1 }).end())).toMatchObject({
      errCode: -1,
      code: 'DATABASE_COLLECTION_NOT_EXIST',
    });
  });

  it('[CDB-13] is created once: the second time fails with -1 and the code', async () => {
    expect(await failureOf(db.createCollection('conformance_documents'))).toMatchObject({
      errCode: -1,
      code: 'DATABASE_COLLECTION_ALREADY_EXIST',
    });
  });

  it('[CDB-14] takes several documents in one add', async () => {
    const { _ids } = await rows.add({ data: [{ _id: 'x' }, { _id: 'y' }] });
    expect(_ids).toEqual(['x', 'y']);
    expect((await rows.count()).total).toBe(2);
  });
});
