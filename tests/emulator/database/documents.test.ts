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
    expect(data).toMatchObject({ ...document, pattern: expect.anything() });
    expect(data).toHaveProperty('pattern.pattern', '^a.b');
  });

  it('makes an id of 32 hexadecimal digits when none is given', async () => {
    const { _id } = await things.add({ data: { a: 1 } });
    expect(_id).toMatch(/^[0-9a-f]{32}$/);
  });

  it('resolves server dates by the clock of the cloud, with their offset, on every way to write', async () => {
    const { serverDate } = server.db;
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

  it('does not count an update that changes nothing', async () => {
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

  it('never lets an answer share anything with what is stored', async () => {
    await things.add({ data: { _id: 'm', list: [{ a: 1 }] } });
    await things.aggregate().match({ _id: 'm' }).addFields({ 'list.a': 9 }).end();
    await things.where({ _id: 'm' }).field({ 'list.a': false }).get();
    expect((await things.doc('m').get()).data).toEqual({ _id: 'm', list: [{ a: 1 }] });
  });
});

describe('hostile input', () => {
  const ids = [
    '__proto__',
    'constructor',
    "'; DROP TABLE documents; --",
    '\u0000',
    '\ud800',
    '$ne',
    'a.b',
    '"',
    '../../etc/passwd',
    '\n#x\n',
    ' '.repeat(500),
  ];

  it.each(ids)('takes %j as an ordinary id', async (id) => {
    await things.doc(id).set({ data: { a: 1 } });
    expect((await things.doc(id).update({ data: { a: 2 } })).stats.updated).toBe(1);
    await server.reopen();
    expect((await things.where({ a: 2 }).get()).data).toHaveLength(1);
    expect((await things.doc(id).remove()).stats.removed).toBe(1);
  });

  const handle = (request: Record<string, unknown>) =>
    server.database.handle({
      collectionName: 'things',
      queryType: 'WHERE',
      ...request,
      action: `database.${request.action}`,
    });

  it.each([
    [
      'an operator for an id',
      { action: 'removeDocument', queryType: 'DOC', query: '{"_id":{"$ne":null}}', multi: false },
    ],
    ['an id that is a document', { action: 'insertDocument', data: ['{"_id":{"a":1}}'] }],
    ['an id that is null', { action: 'insertDocument', data: ['{"_id":null}'] }],
    ['a body that is no EJSON', { action: 'insertDocument', data: ['{'] }],
    ['a body that is no document', { action: 'insertDocument', data: ['[1]'] }],
    ['no documents', { action: 'insertDocument', data: [] }],
    ['__proto__ as a field', { action: 'insertDocument', data: ['{"__proto__":{"polluted":1}}'] }],
    ['a dollar field', { action: 'insertDocument', data: ['{"a":{"$x":1}}'] }],
    ['a dotted field', { action: 'insertDocument', data: ['{"a.b":1}'] }],
    ['an invalid date', { action: 'insertDocument', data: ['{"a":{"$date":{"$numberLong":"NaN"}}}'] }],
    [
      'a type it does not keep',
      { action: 'insertDocument', data: ['{"a":{"$oid":"000000000000000000000000"}}'] },
    ],
    ['a negative offset', { action: 'getDocument', offset: -1 }],
    ['code to run', { action: 'getDocument', query: '{"$where":"return true"}' }],
    [
      'code to run in an expression',
      { action: 'getDocument', query: '{"$expr":{"$function":{"body":"return 1","args":[],"lang":"js"}}}' },
    ],
    [
      'a stage that writes',
      { action: 'aggregateDocuments', stages: [{ stageKey: '$out', stageValue: '"x"' }] },
    ],
    ['an action it does not have', { action: 'modifyAndReturnDoc' }],
    ['a query type it does not have', { action: 'getDocument', queryType: 'ALL' }],
    [
      'a broken pattern',
      { action: 'getDocument', query: '{"a":{"$regularExpression":{"pattern":"(","options":""}}}' },
    ],
    [
      'nesting without end',
      { action: 'insertDocument', data: [`${'{"a":'.repeat(300)}1${'}'.repeat(300)}`] },
    ],
  ])('refuses %s', async (_title, request) => {
    await things.add({ data: { _id: 'kept' } });
    const answer = await handle(request);
    expect(answer).toMatchObject({ code: expect.not.stringMatching('SYS_ERR'), message: expect.any(String) });
    expect(server.database.stats().things).toBe(1);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('does not reach a prototype through an update path', async () => {
    await things.add({ data: { _id: 'p' } });
    for (const path of ['__proto__.polluted', 'a.__proto__.polluted']) {
      const answer = await handle({
        action: 'modifyDocument',
        query: '{}',
        multi: true,
        merge: true,
        data: `{"$set":{"${path}":1}}`,
      });
      expect(answer).toHaveProperty('code');
    }
    await things.doc('p').update({ data: { 'constructor.name': 'x' } });
    expect((await things.doc('p').get()).data).toEqual({ _id: 'p', constructor: { name: 'x' } });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.name).toBe('Object');
  });
});

describe('traps of the SDK, which stay as they are', () => {
  it('matches everything for an empty nested document, also in remove', async () => {
    await things.add({ data: { _id: 'a' } });
    await things.add({ data: { _id: 'b' } });
    expect((await things.where({ a: {} }).remove()).stats.removed).toBe(2);
  });

  it('drops the condition of an undefined field', async () => {
    await things.add({ data: { _id: 'a', b: 1 } });
    expect((await things.where({ a: undefined, b: 1 }).get()).data).toHaveLength(1);
  });

  it('stores the shell of a server date inside _.set', async () => {
    await things.add({ data: { _id: 'a' } });
    await things.doc('a').update({ data: { x: server.db.command.set({ at: server.db.serverDate() }) } });
    expect((await things.doc('a').get()).data).toMatchObject({ x: { at: { offset: 0 } } });
  });
});
