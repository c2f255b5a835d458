import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseServer, startDatabaseServer } from '../support/database-server';
import { rowsOf } from '../support/stages';

let server: DatabaseServer;

beforeAll(async () => {
  server = await startDatabaseServer({ collections: [{ name: 'items' }, { name: 'books' }] });
  await server.db.collection('items').add({ data: { price: 80, tags: ['a'] } });
});
afterAll(() => server.close());

describe('a stage is refused', () => {
  it.each<[object, string]>([
    [{ $foo: {} }, "DATABASE_INVALID_OPERRATOR [InvalidParameter] Unrecognized pipeline stage name: '$foo'"],
    [{ $out: 'x' }, 'does not support the stage $out'],
    [{ $limit: 0 }, 'the limit must be positive'],
    [{ $skip: -1 }, 'Expected a non-negative number in: $skip: -1'],
    [{ $count: '' }, 'the count field must be a non-empty string'],
    [{ $sort: { a: 2 } }, '$sort key ordering must be 1 (for ascending) or -1 (for descending)'],
    [{ $group: { n: { $sum: 1 } } }, 'a group specification must include an _id'],
    [{ $group: { _id: 1, n: 5 } }, "The field 'n' must be an accumulator object"],
    [{ $group: { _id: 1, n: { $foo: 1 } } }, "unknown group operator '$foo'"],
    [{ $group: { _id: 1, n: { $sum: [1, 2] } } }, 'The $sum accumulator is a unary operator'],
    [{ $project: {} }, 'projection specification must have at least one field'],
    [{ $project: { a: 1, b: 0 } }, 'Cannot do exclusion on field b in inclusion projection'],
    [{ $project: { a: 1, 'a.b': 1 } }, 'Path collision at a.b remaining portion b'],
    [{ $project: { a: { $foo: 1 } } }, "Unrecognized expression '$foo'"],
    [{ $unwind: 'tags' }, "path option to $unwind stage should be prefixed with a '$': tags"],
    [{ $replaceRoot: { newRoot: '$price' } }, "'newRoot' expression must evaluate to an object"],
    [{ $bucket: { groupBy: '$price', boundaries: [0, 50] } }, '$switch could not find a matching branch'],
    [
      { $bucket: { groupBy: '$price', boundaries: [5, 1] } },
      "The 'boundaries' option to $bucket must be sorted",
    ],
    [
      { $bucket: { groupBy: '$price', boundaries: [5, 'a'] } },
      'must have the same type. Found conflicting types int and string',
    ],
    [
      { $bucket: { groupBy: 'price', boundaries: [0, 1] } },
      "'groupBy' field must be defined as a $-prefixed path",
    ],
    [
      { $bucketAuto: { groupBy: '$price', buckets: 0 } },
      "'buckets' field must be greater than 0, but found: 0",
    ],
    [{ $lookup: { from: 'books', as: 'x' } }, "$lookup requires either 'pipeline' or both"],
    [{ $lookup: { from: 'books', as: 'x', pipeline: [{ $out: 'y' }] } }, 'does not support the stage $out'],
    [{ $facet: { a: [{ $facet: {} }] } }, '$facet is not allowed to be used within a $facet stage'],
    [{ $match: { at: { $nearSphere: {} } } }, '$geometry is required for geo near query'],
    [{ $match: { $expr: { $eq: ['$$ghost', 1] } } }, 'Use of undefined variable: ghost'],
  ])('%j', async (stage, message) => {
    await expect(rowsOf(server, 'items', [stage])).rejects.toThrow(message);
  });
});
