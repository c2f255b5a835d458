import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DatabaseServer, startDatabaseServer } from '../support/database-server';
import type { SdkCollection } from '../support/sdk';

const NOW = Date.UTC(2025, 0, 31, 16);

let server: DatabaseServer;
let things: SdkCollection;

beforeAll(async () => {
  server = await startDatabaseServer({ now: () => NOW });
  things = server.db.collection('things');
});
afterAll(() => server.close());
beforeEach(async () => {
  await things.where({}).remove();
});

const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable('it was accepted'),
    (error: { errCode: number; errMsg: string }) => error,
  );

describe('documents through the SDK', () => {
  it('keeps every type of value that the SDK can send', async () => {
    const document = {
      int: 5,
      negative: -7,
      double: 1.5,
      long: 2 ** 40,
      text: '坝坝会 😀',
      yes: true,
      nothing: null,
      date: new Date(1_700_000_000_000),
      list: [1, [2, { three: 3 }], 'four'],
      nested: { a: { b: { c: 'deep' } } },
      empty: {},
      none: [],
      pattern: /^a.b/i,
    };
    await things.add({ data: { _id: 'all', ...document } });
    const { data } = await things.doc('all').get();
    expect(data).toMatchObject({ ...document, pattern: {} });
    expect(data).toHaveProperty('pattern.pattern', '^a.b');
  });

  it('makes an id of 32 hexadecimal digits when none is given', async () => {
    const { _id } = await things.add({ data: { a: 1 } });
    expect(_id).toMatch(/^[0-9a-f]{32}$/);
  });

  it('resolves server dates by the clock of the cloud, with their offset, on every way to write', async () => {
    const serverDate = (options?: { offset: number }) => server.db.serverDate(options);
    await things.add({
      data: { _id: 'd', at: serverDate(), later: serverDate({ offset: 1500 }), in: { at: serverDate() } },
    });
    await things.doc('d').update({ data: { changedAt: serverDate({ offset: -1000 }) } });
    const { data } = await things.doc('d').get();
    expect(data).toEqual({
      _id: 'd',
      at: new Date(NOW),
      later: new Date(NOW + 1500),
      in: { at: new Date(NOW) },
      changedAt: new Date(NOW - 1000),
    });
    expect((await things.where({ at: serverDate() }).count()).total).toBe(1);
  });

  it('refuses a second document with the same id and keeps the first', async () => {
    await things.add({ data: { _id: 'one', a: 1 } });
    const error = await errorOf(things.add({ data: { _id: 'one', a: 2 } }));
    expect(error.errCode).toBe(-502001);
    expect(error.errMsg).toContain(
      'E11000 duplicate key error collection: tnt-local.things index: _id_ dup key: { _id: "one" }',
    );
    expect((await things.doc('one').get()).data).toEqual({ _id: 'one', a: 1 });
  });

  it('tells texts and numbers apart as ids', async () => {
    await things.add({ data: { _id: '1', kind: 'text' } });
    await things.add({ data: { _id: 1, kind: 'number' } });
    expect((await things.doc('1').get()).data).toMatchObject({ kind: 'text' });
    expect((await things.doc(1).get()).data).toMatchObject({ kind: 'number' });
  });

  it('replaces the whole document with set and says whether it was new', async () => {
    expect((await things.doc('s').set({ data: { a: 1, b: 2 } })).stats).toEqual({ created: 1, updated: 0 });
    expect((await things.doc('s').set({ data: { c: 3 } })).stats).toEqual({ created: 0, updated: 1 });
    expect((await things.doc('s').set({ data: { c: 3 } })).stats).toEqual({ created: 0, updated: 1 });
    expect((await things.doc('s').get()).data).toEqual({ _id: 's', c: 3 });
  });

  it('counts nothing for an update or removal of a missing document', async () => {
    expect((await things.doc('none').update({ data: { a: 1 } })).stats).toEqual({ updated: 0 });
    expect((await things.doc('none').remove()).stats).toEqual({ removed: 0 });
    expect((await errorOf(things.doc('none').get())).errMsg).toContain(
      'document with _id none does not exist',
    );
  });

  it('[CDB-15] does not count an update that changes nothing', async () => {
    await things.add({ data: { _id: 'u', a: 1 } });
    expect((await things.doc('u').update({ data: { a: 1 } })).stats).toEqual({ updated: 0 });
    expect((await things.doc('u').update({ data: { a: 2 } })).stats).toEqual({ updated: 1 });
  });

  it('updates by compare-and-set on a version exactly once', async () => {
    await things.add({ data: { _id: 'c', version: 1 } });
    const { inc } = server.db.command;
    const attempts = await Promise.all(
      [1, 2, 3, 4].map(() => things.where({ _id: 'c', version: 1 }).update({ data: { version: inc(1) } })),
    );
    expect(attempts.map(({ stats }) => stats.updated).sort()).toEqual([0, 0, 0, 1]);
  });

  it('answers a missing collection with its own code on every action', async () => {
    const missing = server.db.collection('nowhere');
    for (const work of [
      () => missing.get(),
      () => missing.where({ a: 1 }).get(),
      () => missing.add({ data: {} }),
      () => missing.count(),
      () => missing.doc('a').update({ data: { a: 1 } }),
      () => missing.where({ a: 1 }).remove(),
    ]) {
      expect(await errorOf(work() as Promise<unknown>)).toMatchObject({ errCode: -502005 });
    }
    await expect(missing.aggregate().match({}).end()).rejects.toMatchObject({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
    });
  });

  it('creates a collection once', async () => {
    await server.db.createCollection('born_late');
    await server.db.collection('born_late').add({ data: { a: 1 } });
    await expect(server.db.createCollection('born_late')).rejects.toMatchObject({
      code: 'DATABASE_COLLECTION_ALREADY_EXIST',
    });
    await expect(server.db.createCollection('../etc')).rejects.toMatchObject({ code: 'INVALID_PARAM' });
  });

  it('[CDB-16] never lets an answer share anything with what is stored', async () => {
    await things.add({ data: { _id: 'm', list: [{ a: 1 }] } });
    await things.aggregate().match({ _id: 'm' }).addFields({ 'list.a': 9 }).end();
    await things.where({ _id: 'm' }).field({ 'list.a': false }).get();
    expect((await things.doc('m').get()).data).toEqual({ _id: 'm', list: [{ a: 1 }] });
  });
});
