import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseServer, startDatabaseServer } from '../support/database-server';
import { idsOf, MIXED } from '../support/mixed';
import type { SdkCollection } from '../support/sdk';

let server: DatabaseServer;
let things: SdkCollection;

beforeAll(async () => {
  server = await startDatabaseServer({
    collections: [{ name: 'things' }, { name: 'people' }, { name: 'words' }],
  });
  things = server.db.collection('things');
  for (const data of MIXED) await things.add({ data });
});
afterAll(() => server.close());

const ids = (query: object, extra?: Record<string, unknown>) => idsOf(server.database, query, extra);

describe('conditions', () => {
  it.each<[string, object, string[]]>([
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
    ['$ne', { a: { $ne: 5 } }, MIXED.map(({ _id }) => _id).filter((id) => !['num', 'list'].includes(id))],
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
      MIXED.map(({ _id }) => _id).filter((id) => !['float', 'list', 'docs'].includes(id)),
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
    [
      'a pattern beside a comparison',
      { a: { $gt: /a/ } },
      "Can't have RegEx as arg to predicate over field 'a'.",
    ],
    ['$ne of a pattern', { a: { $ne: /a/ } }, "Can't have regex as arg to $ne."],
    ['$not of a value', { a: { $not: 5 } }, '$not needs a regex or a document'],
    ['$not of nothing', { a: { $not: {} } }, '$not cannot be empty'],
    ['a field under $not', { a: { $not: { b: 1 } } }, 'unknown operator: b'],
    ['an empty $and', { $and: [] }, '$and/$or/$nor must be a nonempty array'],
    ['a branch that is no document', { $or: [1] }, '$or/$and/$nor entries need to be full objects'],
    ['operators inside $in', { a: { $in: [{ $gt: 1 }] } }, 'cannot nest $ under $in'],
    ['operators inside $all', { a: { $all: [{ $gt: 1 }] } }, 'no $ expressions in $all'],
    ['$elemMatch of a value', { a: { $elemMatch: 1 } }, '$elemMatch needs an Object'],
    ['$options without a pattern', { a: { $options: 'i' } }, '$options needs a $regex'],
    ['$mod by zero', { a: { $mod: [0, 1] } }, 'divisor cannot be 0'],
    ['$mod with one number', { a: { $mod: [2] } }, 'malformed mod, not enough elements'],
    ['a negative mask', { a: { $bitsAllSet: -1 } }, 'Expected a non-negative number in: $bitsAllSet: -1'],
    [
      'an expression about an element',
      { a: { $elemMatch: { b: 1, $expr: true } } },
      '$expr can only be applied',
    ],
    ['$where, which is absent', { $where: 'true' }, 'does not support $where'],
    ['$in without an array', { a: { $in: 5 } }, '$in needs an array'],
    ['$size of a fraction', { a: { $size: 1.5 } }, '$size'],
    ['$or without an array', { $or: { a: 1 } }, 'DATABASE_REQUEST_FAILED'],
    ['an unknown type', { a: { $type: 'money' } }, 'Unknown type name alias: money'],
    ['a flag that patterns do not have', { a: { $regex: 'a', $options: 'q' } }, 'DATABASE_REQUEST_FAILED'],
  ])('refuses %s', async (_title, query, reason) => {
    await expect(ids(query)).rejects.toThrow(reason);
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
