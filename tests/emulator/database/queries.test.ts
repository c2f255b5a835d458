import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseServer, startDatabaseServer } from '../support/database-server';
import type { SdkCollection } from '../support/sdk';

let server: DatabaseServer;
let things: SdkCollection;

const DOCUMENTS = [
  { _id: 'num', a: 5 },
  { _id: 'float', a: 5.5 },
  { _id: 'text', a: '5' },
  { _id: 'null', a: null },
  { _id: 'none' },
  { _id: 'yes', a: true },
  { _id: 'date', a: new Date(5) },
  { _id: 'list', a: [1, 5, 9] },
  { _id: 'empty', a: [] },
  { _id: 'lists', a: [[1, 2], 3] },
  { _id: 'doc', a: { x: 1, y: 2 } },
  { _id: 'docs', a: [{ x: 1, y: 2 }, { x: 3 }, 7] },
];

beforeAll(async () => {
  server = await startDatabaseServer({
    collections: [{ name: 'things' }, { name: 'people' }, { name: 'words' }],
  });
  things = server.db.collection('things');
  for (const data of DOCUMENTS) await things.add({ data });
});
afterAll(() => server.close());

/** Ids that match a condition written as MongoDB takes it, sent as the SDK would send it. */
async function ids(query: unknown, extra: Record<string, unknown> = {}): Promise<string[]> {
  const { EJSON } = await import('bson');
  const answer = await server.database.handle({
    action: 'database.getDocument',
    collectionName: 'things',
    queryType: 'WHERE',
    query: EJSON.stringify(query, { relaxed: false }),
    ...extra,
  });
  if ('code' in answer) throw new Error(`${answer.code} ${answer.message}`);
  return (answer.data?.list as string[]).map((row) => JSON.parse(row)._id);
}

describe('conditions', () => {
  it.each<[string, unknown, string[]]>([
    ['equality, also with an element', { a: 5 }, ['num', 'list']],
    ['equality with null: null and missing', { a: null }, ['null', 'none']],
    ['equality with a whole array', { a: [1, 5, 9] }, ['list']],
    ['equality with an inner array', { a: [1, 2] }, ['lists']],
    ['equality with a document, field by field in order', { a: { x: 1, y: 2 } }, ['doc', 'docs']],
    ['no equality when the fields come in another order', { a: { y: 2, x: 1 } }, []],
    ['equality of dates', { a: new Date(5) }, ['date']],
    ['a path into documents and arrays of documents', { 'a.x': 1 }, ['doc', 'docs']],
    ['a path with a position', { 'a.0': 1 }, ['list']],
    ['a path with a position and a field', { 'a.1.x': 3 }, ['docs']],
    [
      'null at a path: missing in a document of an array, not in an empty array',
      { 'a.y': null },
      ['num', 'float', 'text', 'null', 'none', 'yes', 'date', 'docs'],
    ],
    ['$gt within one type', { a: { $gt: 5 } }, ['float', 'list', 'docs']],
    ['$gte with null: null and missing', { a: { $gte: null } }, ['null', 'none']],
    ['$lt of texts', { a: { $lt: '6' } }, ['text']],
    ['$lte of dates', { a: { $lte: new Date(5) } }, ['date']],
    ['$gt of whole arrays', { a: { $gt: [1, 5] } }, ['list', 'lists', 'docs']],
    ['$ne', { a: { $ne: 5 } }, DOCUMENTS.map(({ _id }) => _id).filter((id) => !['num', 'list'].includes(id))],
    [
      '$in with values of several types',
      { a: { $in: [5, '5', null] } },
      ['num', 'text', 'null', 'none', 'list'],
    ],
    ['$in with a pattern', { a: { $in: [/^5$/] } }, ['text']],
    ['$in with arrays', { a: { $in: [[1, 2], []] } }, ['empty', 'lists']],
    ['$nin', { a: { $nin: [5, null, '5', true] } }, ['float', 'date', 'empty', 'lists', 'doc', 'docs']],
    ['$exists', { a: { $exists: false } }, ['none']],
    ['$exists at a path into an array', { 'a.y': { $exists: true } }, ['doc', 'docs']],
    ['$size', { a: { $size: 3 } }, ['list', 'docs']],
    ['$all', { a: { $all: [1, 9] } }, ['list']],
    ['$all of one value that is no array', { a: { $all: [5] } }, ['num', 'list']],
    ['$elemMatch on values', { a: { $elemMatch: { $gt: 4, $lt: 6 } } }, ['list']],
    ['$elemMatch on documents', { a: { $elemMatch: { x: 1, y: 2 } } }, ['docs']],
    ['$type by name', { a: { $type: 'string' } }, ['text']],
    ['$type number', { a: { $type: 'number' } }, ['num', 'float', 'list', 'lists', 'docs']],
    ['$type array', { a: { $type: 'array' } }, ['list', 'empty', 'lists', 'docs']],
    ['$mod', { a: { $mod: [4, 1] } }, ['num', 'float', 'list']],
    ['$regex with options', { a: { $regex: '^5', $options: 'i' } }, ['text']],
    [
      '$not',
      { a: { $not: { $gt: 5 } } },
      DOCUMENTS.map(({ _id }) => _id).filter((id) => !['float', 'list', 'docs'].includes(id)),
    ],
    ['$or', { $or: [{ a: '5' }, { a: true }] }, ['text', 'yes']],
    ['$nor', { $nor: [{ a: { $exists: true } }, { _id: 'x' }] }, ['none']],
    ['$and with one field twice', { $and: [{ a: { $gt: 4 } }, { a: { $lt: 2 } }] }, ['list']],
    ['$expr', { $expr: { $eq: ['$a', 5] } }, ['num']],
  ])('finds by %s', async (_title, query, expected) => {
    expect(await ids(query)).toEqual(expected);
  });

  it.each([
    ['an unknown operator', { a: { $like: 1 } }, 'DATABASE_INVALID_OPERRATOR'],
    ['an unknown operator at the top', { $foo: 1 }, 'DATABASE_INVALID_OPERRATOR'],
    ['an operator beside a field', { a: { $gt: 1, b: 1 } }, 'DATABASE_INVALID_OPERRATOR'],
    ['a geographic operator, which is absent', { a: { $near: {} } }, 'does not support $near'],
    ['$in without an array', { a: { $in: 5 } }, '$in needs an array'],
    ['$size of a fraction', { a: { $size: 1.5 } }, '$size'],
    ['$or without an array', { $or: { a: 1 } }, 'DATABASE_REQUEST_FAILED'],
    ['an unknown type', { a: { $type: 'money' } }, 'Unknown type name alias: money'],
    ['a flag that patterns do not have', { a: { $regex: 'a', $options: 'q' } }, 'DATABASE_REQUEST_FAILED'],
  ])('refuses %s', async (_title, query, reason) => {
    await expect(ids(query)).rejects.toThrow(reason);
  });
});

describe('order, paging and projection', () => {
  it('sorts mixed types as BSON does, arrays by their smallest or largest element', async () => {
    const order = (direction: 1 | -1) =>
      ids({}, { order: JSON.stringify({ a: { $numberInt: String(direction) } }) });
    expect(await order(1)).toEqual([
      'empty',
      'null',
      'none',
      'list',
      'lists',
      'num',
      'float',
      'docs',
      'text',
      'doc',
      'yes',
      'date',
    ]);
    expect(await order(-1)).toEqual([
      'date',
      'yes',
      'lists',
      'docs',
      'doc',
      'text',
      'list',
      'float',
      'num',
      'null',
      'none',
      'empty',
    ]);
  });

  it('sorts texts by code point, and by several fields', async () => {
    const words = server.db.collection('words');
    const texts = ['\u{1f600}', '\uff5e', '中', 'b', 'a', 'Z', ''];
    for (const [n, text] of texts.entries()) await words.add({ data: { text, even: n % 2 === 0 } });
    const { data } = await words.orderBy('text', 'asc').get();
    expect(data.map(({ text }) => text)).toEqual(['', 'Z', 'a', 'b', '中', '\uff5e', '\u{1f600}']);
    const twice = await words.orderBy('even', 'desc').orderBy('text', 'desc').get();
    expect(twice.data.map(({ text }) => text)).toEqual(['\u{1f600}', '中', 'a', '', '\uff5e', 'b', 'Z']);
  });

  it('pages by skip and limit in natural order, which is that of insertion', async () => {
    const page = async (skip: number) => (await things.skip(skip).limit(5).get()).data.map(({ _id }) => _id);
    expect([...(await page(0)), ...(await page(5)), ...(await page(10))]).toEqual(
      DOCUMENTS.map(({ _id }) => _id),
    );
    await server.reopen();
    expect(await page(0)).toEqual(DOCUMENTS.slice(0, 5).map(({ _id }) => _id));
  });

  it('projects what is named, also inside arrays', async () => {
    const one = async (id: string, field: Record<string, unknown>) =>
      (
        await things
          .where({ _id: id })
          .field(field as Record<string, boolean>)
          .get()
      ).data[0];
    expect(await one('doc', { 'a.x': true })).toEqual({ _id: 'doc', a: { x: 1 } });
    expect(await one('docs', { 'a.x': true, _id: false })).toEqual({ a: [{ x: 1 }, { x: 3 }] });
    expect(await one('doc', { 'a.y': false })).toEqual({ _id: 'doc', a: { x: 1 } });
    expect(await one('list', { a: { $slice: 2 } as unknown })).toEqual({ _id: 'list', a: [1, 5] });
    expect((await things.doc('doc').field({ _id: true }).get()).data).toEqual({ _id: 'doc' });
  });

  it('refuses an order that is no direction, and a projection that mixes', async () => {
    await expect(ids({}, { order: '{"a":{"$numberInt":"2"}}' })).rejects.toThrow('$sort key ordering');
    await expect(ids({}, { projection: '{"a":{"$numberInt":"1"},"b":{"$numberInt":"0"}}' })).rejects.toThrow(
      'DATABASE_REQUEST_FAILED',
    );
  });
});

describe('conditions made by the SDK', () => {
  it('understands its commands, alone and combined', async () => {
    const _ = server.db.command;
    const found = async (where: Record<string, unknown>) =>
      (await things.where(where).get()).data.map(({ _id }) => _id);
    expect(await found({ a: _.gt(4).and(_.lt(6)) })).toEqual(['num', 'float', 'list']);
    expect(await found(_.or({ a: _.eq('5') }, { a: _.eq(true) }) as never)).toEqual(['text', 'yes']);
    expect(await found({ a: _.in([5.5, true]) })).toEqual(['float', 'yes']);
    expect(await found({ a: _.nin([5, null]), _id: _.neq('text') })).not.toContain('text');
    expect(await found({ a: server.db.RegExp({ regexp: '^5', options: 'i' }) })).toEqual(['text']);
    expect(await found({ a: /^5/ })).toEqual(['text']);
    expect(await found({ a: { x: 1 } })).toEqual(['doc', 'docs']);
    expect(await found({ a: _.exists(false) })).toEqual(['none']);
    expect(await found({ a: _.size(0) })).toEqual(['empty']);
    expect(await found({ a: _.all([1, 5]) })).toEqual(['list']);
    expect(await found({ a: _.elemMatch({ x: _.gt(2) }) })).toEqual(['docs']);
    expect((await things.where({ a: _.gte(5) }).count()).total).toBe(4);
  });
});

describe('aggregation', () => {
  it('groups, sorts, looks up and formats', async () => {
    const people = server.db.collection('people');
    const $ = server.db.command.aggregate;
    for (let n = 0; n < 6; n++) {
      await people.add({
        data: {
          _id: `p${n}`,
          group: n % 2,
          age: 20 + n,
          at: new Date(Date.UTC(2024, 0, 1 + n, 17)),
          kind: n % 2 ? 'list' : 'num',
        },
      });
    }
    const groups = await people
      .aggregate()
      .match({ age: server.db.command.lt(25) })
      .group({ _id: '$group', n: $.sum(1), ages: $.push('$age'), last: $.max('$at') })
      .sort({ _id: 1 })
      .end();
    expect(groups.list).toEqual([
      { _id: 0, n: 3, ages: [20, 22, 24], last: new Date(Date.UTC(2024, 0, 5, 17)) },
      { _id: 1, n: 2, ages: [21, 23], last: new Date(Date.UTC(2024, 0, 4, 17)) },
    ]);
    const joined = await people
      .aggregate()
      .sort({ age: 1 })
      .limit(2)
      .lookup({ from: 'things', localField: 'kind', foreignField: '_id', as: 'thing' })
      .project({
        thing: 1,
        day: $.dateToString({ date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' }),
      })
      .end();
    expect(joined.list).toEqual([
      { _id: 'p0', thing: [{ _id: 'num', a: 5 }], day: '2024-01-02' },
      { _id: 'p1', thing: [{ _id: 'list', a: [1, 5, 9] }], day: '2024-01-03' },
    ]);
    const piped = await people
      .aggregate()
      .match({ _id: 'p3' })
      .lookup({
        from: 'people',
        let: { mine: '$group' },
        pipeline: $.pipeline()
          .match(server.db.command.expr($.eq(['$group', '$$mine'])))
          .project({ age: 1 })
          .done(),
        as: 'peers',
      })
      .end();
    expect((piped.list as { peers: unknown[] }[])[0]?.peers).toEqual([
      { _id: 'p1', age: 21 },
      { _id: 'p3', age: 23 },
      { _id: 'p5', age: 25 },
    ]);
  });

  it.each(['out', 'merge', 'geoNear', 'graphLookup', 'collStats'])(
    'refuses the stage $%s by name',
    async (stage) => {
      const answer = await server.database.handle({
        action: 'database.aggregateDocuments',
        collectionName: 'things',
        stages: [{ stageKey: `$${stage}`, stageValue: '{}' }],
      });
      expect(answer).toMatchObject({
        code: 'DATABASE_INVALID_OPERRATOR',
        message: expect.stringContaining(`$${stage}`),
      });
    },
  );
});
