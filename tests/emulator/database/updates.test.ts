import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DatabaseServer, startDatabaseServer } from '../support/database-server';
import type { SdkCollection } from '../support/sdk';
import { updated } from '../support/updated';

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
    expect(await updated(server, document, update)).toEqual(expected);
  });
});
