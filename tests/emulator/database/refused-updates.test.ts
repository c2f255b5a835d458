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
    [
      '$rename onto itself',
      { a: 1 },
      { $rename: { a: 'a' } },
      'The source and target field for $rename must differ',
    ],
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
      'the positional operator without a matched element',
      { a: [1] },
      { $set: { 'a.$': 1 } },
      'The positional operator did not find the match needed from the query.',
    ],
    [
      '$currentDate, which is absent',
      { a: 1 },
      { $currentDate: { a: true } },
      'does not support $currentDate',
    ],
    [
      'all elements of what is no array',
      { a: 5 },
      { $set: { 'a.$[]': 1 } },
      'Cannot apply array updates to non-array element a: 5',
    ],
    [
      'all elements of what is missing',
      { a: 5 },
      { $set: { 'b.$[].c': 1 } },
      "The path 'b' must exist in the document in order to apply array updates.",
    ],
    [
      'elements by a filter, which the SDK cannot send',
      { a: [5] },
      { $set: { 'a.$[x]': 1 } },
      "No array filter found for identifier 'x'",
    ],
    ['a position in front', { a: [5] }, { $set: { '$.a': 1 } }, 'element in the first position'],
    [
      '$pop through a number',
      { a: 5 },
      { $pop: { 'a.b': 1 } },
      'Cannot use the part (b) of (a.b) to traverse the element ({a: 5})',
    ],
    ['$pull through a number', { a: 5 }, { $pull: { 'a.b': 1 } }, 'Cannot use the part (b) of (a.b)'],
    ['$pull by an unknown operator', { a: [5] }, { $pull: { a: { $foo: 1 } } }, 'unknown operator: $foo'],
    ['$rename through a text', { a: 'x' }, { $rename: { 'a.b': 'c' } }, 'Cannot use the part (b) of (a.b)'],
    [
      '$rename of a field in an array',
      { a: [{ b: 1 }] },
      { $rename: { 'a.0.b': 'c' } },
      `The source field cannot be an array element, 'a.0.b' in doc with _id: "x" has an array field called 'a'`,
    ],
    [
      '$rename into an array',
      { a: [{}], b: 1 },
      { $rename: { b: 'a.0.c' } },
      'The destination field cannot be',
    ],
    ['$rename into itself', { a: {} }, { $rename: { a: 'a.b' } }, 'must not be on the same path'],
    [
      '$addToSet with something beside $each',
      { a: [] },
      { $addToSet: { a: { $each: [1], $slice: 1 } } },
      'Found unexpected fields after $each in $addToSet',
    ],
    [
      '$push sorted by nothing',
      { a: [] },
      { $push: { a: { $each: [], $sort: {} } } },
      'The $sort pattern is empty',
    ],
    ['$bit of a fraction', { a: 1.5 }, { $bit: { a: { or: 1 } } }, 'Cannot apply $bit'],
  ])('refuse %s and change nothing', async (_title, document, update, message) => {
    await expect(updated(server, document, update)).rejects.toThrow(message);
    expect((await things.doc('x').get()).data).toEqual({ _id: 'x', ...document });
  });
});
