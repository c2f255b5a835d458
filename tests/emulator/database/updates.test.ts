import { EJSON } from 'bson';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DatabaseServer, startDatabaseServer } from '../support/database-server';
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

/** Applies operators as MongoDB takes them to one document; answers the document, or throws what was refused. */
async function updated(document: object, update: object): Promise<unknown> {
  await things.doc('x').set({ data: document });
  const answer = await server.database.handle({
    action: 'database.modifyDocument',
    collectionName: 'things',
    queryType: 'DOC',
    query: '{"_id":"x"}',
    data: EJSON.stringify(update, { relaxed: false }),
    multi: false,
    merge: true,
    upsert: false,
  });
  if ('code' in answer) throw new Error(`${answer.code} ${answer.message}`);
  const { _id, ...rest } = (await things.doc('x').get()).data ?? {};
  expect(_id).toBe('x');
  return rest;
}

describe('update operators', () => {
  it.each<[string, object, object, object]>([
    ['$set makes the documents on the way', { a: 1 }, { $set: { 'b.c.d': 2 } }, { a: 1, b: { c: { d: 2 } } }],
    [
      '$set takes a number for a field of a document',
      { z: 0 },
      { $set: { 'a.0': 1 } },
      { z: 0, a: { 0: 1 } },
    ],
    ['$set takes a number for a place in an array', { a: [1, 2] }, { $set: { 'a.1': 9 } }, { a: [1, 9] }],
    [
      '$set fills an array with null up to the place',
      { a: [1] },
      { $set: { 'a.3': 4 } },
      { a: [1, null, null, 4] },
    ],
    [
      '$set replaces any type at the end of its path',
      { a: 'text' },
      { $set: { a: { b: 1 } } },
      { a: { b: 1 } },
    ],
    ['$unset drops a field', { a: 1, b: { c: 1, d: 2 } }, { $unset: { a: '', 'b.c': '' } }, { b: { d: 2 } }],
    ['$unset empties a place in an array', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    ['$unset passes over what is missing', { a: 1 }, { $unset: { 'x.y': '', 'a.b': '' } }, { a: 1 }],
    [
      '$inc and $mul begin with 0',
      { a: 1 },
      { $inc: { a: -3, b: 2 }, $mul: { c: 5 } },
      { a: -2, b: 2, c: 0 },
    ],
    ['$mul multiplies', { a: 1.5 }, { $mul: { a: 4 } }, { a: 6 }],
    [
      '$min and $max',
      { a: 5, b: 5 },
      { $min: { a: 3, c: 1 }, $max: { b: 3, d: 1 } },
      { a: 3, b: 5, c: 1, d: 1 },
    ],
    ['$max compares types as BSON does', { a: 5, b: null }, { $max: { a: 'x', b: -1 } }, { a: 'x', b: -1 }],
    [
      '$push adds one value, also an array',
      { a: [1] },
      { $push: { a: [2, 3], b: 1 } },
      { a: [1, [2, 3]], b: [1] },
    ],
    [
      '$push $each $position',
      { a: [1, 2] },
      { $push: { a: { $each: [8, 9], $position: 1 } } },
      { a: [1, 8, 9, 2] },
    ],
    [
      '$push with a position from the end',
      { a: [1, 2, 3] },
      { $push: { a: { $each: [9], $position: -1 } } },
      { a: [1, 2, 9, 3] },
    ],
    [
      '$push $sort $slice',
      { a: [3, 1] },
      { $push: { a: { $each: [2, 0], $sort: -1, $slice: 3 } } },
      { a: [3, 2, 1] },
    ],
    [
      '$push $slice from the end, also when the array is new',
      { z: 0 },
      { $push: { a: { $each: [1, 2, 3], $slice: -2 } } },
      { z: 0, a: [2, 3] },
    ],
    [
      '$push $sort by a field',
      { a: [{ n: 2 }] },
      { $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 } } } },
      { a: [{ n: 1 }, { n: 2 }] },
    ],
    [
      '$addToSet compares documents with their field order',
      { a: [{ x: 1, y: 2 }] },
      { $addToSet: { a: { y: 2, x: 1 } } },
      {
        a: [
          { x: 1, y: 2 },
          { y: 2, x: 1 },
        ],
      },
    ],
    ['$addToSet $each', { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
    [
      '$addToSet keeps what was already there twice',
      { a: [1, 1] },
      { $addToSet: { a: 2 } },
      { a: [1, 1, 2] },
    ],
    ['$pull by value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    ['$pull by condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    ['$pull by fields', { a: [{ x: 1, y: 1 }, { x: 2 }] }, { $pull: { a: { x: 1 } } }, { a: [{ x: 2 }] }],
    ['$pullAll', { a: [1, 2, 3, 2] }, { $pullAll: { a: [2, 3] } }, { a: [1] }],
    [
      '$pop from either end',
      { a: [1, 2, 3], b: [1, 2, 3] },
      { $pop: { a: 1, b: -1 } },
      { a: [1, 2], b: [2, 3] },
    ],
    ['$pop and $pull pass over what is missing', { a: 1 }, { $pop: { x: 1 }, $pull: { y: 1 } }, { a: 1 }],
    ['$rename', { a: { b: 1 }, c: 2 }, { $rename: { 'a.b': 'd.e' } }, { a: {}, c: 2, d: { e: 1 } }],
    ['$rename over an existing field', { a: 1, b: 2 }, { $rename: { a: 'b' } }, { b: 1 }],
    ['$bit', { a: 6 }, { $bit: { a: { and: 3 }, b: { or: 5 } } }, { a: 2, b: 5 }],
    ['$setOnInsert does nothing to an existing document', { a: 1 }, { $setOnInsert: { a: 2 } }, { a: 1 }],
  ])('%s', async (_title, document, update, expected) => {
    expect(await updated(document, update)).toEqual(expected);
  });

  it.each<[string, object, object, string]>([
    [
      '$inc of a text',
      { a: 'x' },
      { $inc: { a: 1 } },
      `Cannot apply $inc to a value of non-numeric type. {_id: "x"} has the field 'a' of non-numeric type string`,
    ],
    ['$inc of null', { a: null }, { $inc: { a: 1 } }, 'of non-numeric type null'],
    ['$inc by a text', { a: 1 }, { $inc: { a: 'x' } }, 'Cannot increment with non-numeric argument'],
    ['$mul of an array', { a: [] }, { $mul: { a: 1 } }, 'Cannot apply $mul'],
    [
      '$push to a text',
      { a: 'x' },
      { $push: { a: 1 } },
      "The field 'a' must be an array but is of type string",
    ],
    ['$push to null', { a: null }, { $push: { a: 1 } }, 'must be an array but is of type null'],
    [
      '$push with an unknown modifier',
      { a: [] },
      { $push: { a: { $each: [1], $foo: 1 } } },
      'Unrecognized clause in $push: $foo',
    ],
    ['$addToSet to a document', { a: {} }, { $addToSet: { a: 1 } }, 'non-array type object'],
    ['$pull from a number', { a: 1 }, { $pull: { a: 1 } }, 'Cannot apply $pull to a non-array value'],
    ['$pop from a number', { a: 1 }, { $pop: { a: 1 } }, 'non-array type'],
    ['$pop by 2', { a: [1] }, { $pop: { a: 2 } }, '$pop expects 1 or -1'],
    ['$set through a number', { a: 1 }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: 1}"],
    [
      '$set through null',
      { a: null },
      { $set: { 'a.b.c': 1 } },
      "Cannot create field 'b' in element {a: null}",
    ],
    [
      '$set of a name in an array',
      { a: [1] },
      { $set: { 'a.b': 1 } },
      "Cannot create field 'b' in element {a: [ 1 ]}",
    ],
    ['$set far beyond an array', { a: [1] }, { $set: { 'a.9000000': 1 } }, "can't backfill more than"],
    ['a changed _id', { a: 1 }, { $set: { _id: 'y' } }, "would modify the immutable field '_id'"],
    ['a removed _id', { a: 1 }, { $unset: { _id: '' } }, "would modify the immutable field '_id'"],
    [
      'two operators on one field',
      { a: 1 },
      { $set: { a: 1 }, $inc: { a: 1 } },
      "Updating the path 'a' would create a conflict at 'a'",
    ],
    ['a field and one inside it', { a: 1 }, { $set: { 'a.b': 1, a: 1 } }, "would create a conflict at 'a'"],
    ['$rename onto itself', { a: 1 }, { $rename: { a: 'a' } }, 'would create a conflict'],
    ['$rename out of an array', { a: [1] }, { $rename: { 'a.0': 'b' } }, 'array element'],
    [
      'an unknown operator',
      { a: 1 },
      { $double: { a: 1 } },
      'DATABASE_INVALID_OPERRATOR [InvalidParameter] Unknown modifier: $double',
    ],
    ['plain fields among operators', { a: 1 }, { b: 1 }, 'Unknown modifier: b'],
    ['a dollar field', { a: 1 }, { $set: { $b: 1 } }, 'The dollar ($) prefixed field'],
    [
      'a dollar field inside a value',
      { a: 1 },
      { $set: { b: { $c: 1 } } },
      "The dollar ($) prefixed field '$c' in 'b.$c' is not valid for storage.",
    ],
    ['an empty path', { a: 1 }, { $set: { 'a.': 1 } }, 'empty field name'],
    [
      'the positional operator, which is absent',
      { a: [1] },
      { $set: { 'a.$': 1 } },
      'does not support the positional operator $',
    ],
    [
      '$currentDate, which is absent',
      { a: 1 },
      { $currentDate: { a: true } },
      'does not support $currentDate',
    ],
    ['$bit of a fraction', { a: 1.5 }, { $bit: { a: { or: 1 } } }, 'Cannot apply $bit'],
  ])('refuse %s and change nothing', async (_title, document, update, message) => {
    await expect(updated(document, update)).rejects.toThrow(message);
    expect((await things.doc('x').get()).data).toEqual({ _id: 'x', ...document });
  });
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
      errMsg: expect.stringContaining('Cannot apply $inc to a value of non-numeric type'),
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
    expect(answer).toHaveProperty('data.upsert_id', expect.stringMatching(/^[0-9a-f]{32}$/));
    expect(await upsert({ $set: { n: 7 }, $setOnInsert: { first: false } })).toHaveProperty('data', {
      updated: 1,
    });
    expect((await things.get()).data).toMatchObject([{ kind: 'k', n: 7, first: true }]);
  });
});
