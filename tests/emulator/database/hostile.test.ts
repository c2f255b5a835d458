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
      action: `database.${String(request.action)}`,
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
    expect(answer).toMatchObject({ code: matching(/^(?!SYS_ERR)/), message: containing('[') });
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
