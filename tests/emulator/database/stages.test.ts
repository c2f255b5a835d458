import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseServer, startDatabaseServer } from '../support/database-server';
import { BOOKS, ITEMS, ORDERS, rowsOf } from '../support/stages';

/*
 * The stages of aggregations; most rows are those of the platform's own examples (developers.weixin.qq.com, Aggregate).
 */

let server: DatabaseServer;

beforeAll(async () => {
  server = await startDatabaseServer({ collections: ['items', 'orders', 'books'].map((name) => ({ name })) });
  for (const [name, documents] of Object.entries({ items: ITEMS, orders: ORDERS, books: BOOKS })) {
    for (const data of documents) await server.db.collection(name).add({ data });
  }
});
afterAll(() => server.close());

const rows = (collection: string, stages: object[]) => rowsOf(server, collection, stages);

describe('the stage', () => {
  const ids = { $project: { _id: 1 } };

  it.each<[string, string, object[], unknown[]]>([
    [
      '$addFields puts fields in, also inside documents and arrays',
      'items',
      [
        { $match: { _id: '5' } },
        { $addFields: { 'stock.n': 1, price: '$$REMOVE', twice: { $multiply: ['$price', 2] } } },
      ],
      [{ _id: '5', tags: null, stock: [{ n: 1 }, { n: 1 }], twice: 400 }],
    ],
    [
      '$bucket groups by boundaries and a default',
      'items',
      [
        {
          $bucket: {
            groupBy: '$price',
            boundaries: [0, 50, 100],
            default: 'other',
            output: { ids: { $push: '$_id' } },
          },
        },
      ],
      [
        { _id: 0, ids: ['1', '3'] },
        { _id: 50, ids: ['2', '4'] },
        { _id: 'other', ids: ['5'] },
      ],
    ],
    [
      '$bucketAuto spreads rows evenly',
      'items',
      [{ $bucketAuto: { groupBy: '$price', buckets: 2 } }],
      [
        { _id: { min: 10, max: 80 }, count: 3 },
        { _id: { min: 80, max: 200 }, count: 2 },
      ],
    ],
    [
      '$bucketAuto keeps to preferred numbers',
      'items',
      [{ $bucketAuto: { groupBy: '$price', buckets: 2, granularity: 'R5' } }],
      [
        { _id: { min: 6.3, max: 63 }, count: 3 },
        { _id: { min: 63, max: 250 }, count: 2 },
      ],
    ],
    ['$count', 'items', [{ $match: { price: { $gt: 50 } } }, { $count: 'dear' }], [{ dear: 3 }]],
    ['$count of nothing is no row', 'items', [{ $match: { _id: 0 } }, { $count: 'n' }], []],
    [
      '$facet',
      'items',
      [{ $facet: { cheap: [{ $match: { price: { $lt: 15 } } }, ids], all: [{ $count: 'n' }] } }],
      [{ cheap: [{ _id: '1' }], all: [{ n: 5 }] }],
    ],
    [
      '$group takes null and missing together, and compares types as BSON does',
      'items',
      [
        { $group: { _id: { $ifNull: ['$stock', null] }, n: { $sum: 1 }, last: { $last: '$nothing' } } },
        { $sort: { _id: 1 } },
      ],
      [
        { _id: null, n: 2, last: null },
        { _id: [1, 'x'], n: 1, last: null },
        { _id: 3, n: 1, last: null },
        { _id: { warehouse: 'A' }, n: 1, last: null },
      ],
    ],
    [
      '$group with accumulators over mixed types',
      'items',
      [
        {
          $group: {
            _id: null,
            least: { $min: '$stock' },
            largest: { $max: '$stock' },
            all: { $push: '$stock' },
            average: { $avg: '$stock' },
            set: { $addToSet: { $type: '$tags' } },
          },
        },
      ],
      [
        {
          _id: null,
          least: 3,
          largest: [1, 'x'],
          all: [null, { warehouse: 'A' }, 3, [1, 'x']],
          average: 3,
          set: ['array', 'string', 'missing', 'null'],
        },
      ],
    ],
    [
      '$lookup by fields takes null and missing together',
      'orders',
      [
        { $lookup: { from: 'books', localField: 'book', foreignField: 'title', as: 'found' } },
        { $project: { 'found._id': 1 } },
      ],
      [
        { _id: 4, found: [{ _id: 'book1' }] },
        { _id: 5, found: [{ _id: 'book2' }] },
        { _id: 6, found: [{ _id: 'book6' }] },
      ],
    ],
    [
      '$lookup by a pipeline with variables',
      'orders',
      [
        { $match: { _id: 4 } },
        {
          $lookup: {
            from: 'books',
            let: { title: '$book', wanted: '$quantity' },
            pipeline: [
              {
                $match: {
                  $expr: { $and: [{ $eq: ['$title', '$$title'] }, { $gte: ['$stock', '$$wanted'] }] },
                },
              },
              { $project: { _id: 0, left: { $subtract: ['$stock', '$$wanted'] } } },
            ],
            as: 'stock',
          },
        },
      ],
      [{ ...ORDERS[0], stock: [{ left: 118 }] }],
    ],
    [
      '$lookup in a collection that was never created',
      'orders',
      [
        { $match: { _id: 6 } },
        { $lookup: { from: 'ghosts', localField: 'a', foreignField: 'b', as: 'none' } },
      ],
      [{ _id: 6, none: [] }],
    ],
    [
      '$project shows, drops and computes in the order of the document',
      'orders',
      [{ $match: { _id: 4 } }, { $project: { total: { $multiply: ['$price', '$quantity'] }, book: 1 } }],
      [{ _id: 4, book: 'novel 1', total: 60 }],
    ],
    [
      '$replaceRoot',
      'items',
      [{ $match: { _id: '2' } }, { $replaceRoot: { newRoot: '$stock' } }],
      [{ warehouse: 'A' }],
    ],
    [
      '$skip and $limit',
      'items',
      [{ $sort: { price: -1 } }, { $skip: 1 }, { $limit: 2 }, ids],
      [{ _id: '4' }, { _id: '2' }],
    ],
    [
      '$sort puts arrays by their least element',
      'items',
      [{ $sort: { stock: 1, _id: -1 } }, ids],
      ['3', '1', '5', '4', '2'].map((_id) => ({ _id })),
    ],
    [
      '$sortByCount',
      'items',
      [{ $sortByCount: { $gt: ['$price', 15] } }],
      [
        { _id: true, count: 4 },
        { _id: false, count: 1 },
      ],
    ],
    [
      '$unwind drops what has no element; a value that is no array stays',
      'items',
      [{ $unwind: '$tags' }, { $project: { tags: 1 } }],
      [
        { _id: '1', tags: 'a' },
        { _id: '1', tags: 'b' },
        { _id: '3', tags: 'c' },
      ],
    ],
    [
      '$unwind with positions and what is empty',
      'items',
      [
        { $unwind: { path: '$tags', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true } },
        { $project: { tags: 1, at: 1 } },
      ],
      [
        { _id: '1', tags: 'a', at: 0 },
        { _id: '1', tags: 'b', at: 1 },
        { _id: '2', at: null },
        { _id: '3', tags: 'c', at: null },
        { _id: '4', at: null },
        { _id: '5', tags: null, at: null },
      ],
    ],
  ])('%s', async (_title, collection, stages, expected) => {
    expect(await rows(collection, stages)).toEqual(expected);
  });

  it('$sample draws rows, none twice', async () => {
    const drawn = await rows('items', [{ $sample: { size: 3 } }, ids]);
    expect(new Set(drawn.map((row) => JSON.stringify(row))).size).toBe(3);
    expect(await rows('items', [{ $sample: { size: 9 } }])).toHaveLength(5);
  });

  it('changes nothing that is stored', async () => {
    await rows('items', [
      { $addFields: { 'stock.warehouse': 'B' } },
      { $unwind: '$tags' },
      { $sort: { price: 1 } },
    ]);
    expect((await server.db.collection('items').get()).data).toEqual(ITEMS);
  });
});
