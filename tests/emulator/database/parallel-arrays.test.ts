import { describe, expect, it } from 'vitest';
import { databaseFile, insert, query } from '../support/database-file';

const { start } = databaseFile();

const index = (name: string, ...fields: string[]) => ({
  name,
  keys: fields.map((field) => ({ field, order: 1 as const })),
});
const collections = [
  {
    name: 'things',
    indexes: [index('ab', 'a', 'b'), index('nested', 'x.tags', 'x.marks', 'b'), index('single', 'c')],
  },
];
const refusal = (arrays: string) => ({
  code: 'DATABASE_REQUEST_FAILED',
  message: expect.stringContaining(`cannot index parallel arrays ${arrays}`) as string,
});

describe('a compound index', () => {
  it.each([
    ['of two fields', { a: [1], b: [2] }, '[b] [a]'],
    ['that are empty', { a: [], b: [] }, '[b] [a]'],
    ['below a field', { x: { tags: ['t'], marks: ['m'] } }, '[marks] [tags]'],
    ['at two depths', { b: [1], x: [{ tags: 1 }] }, '[b] [x]'],
    [
      'within one element of an array',
      {
        x: [
          { tags: [1], marks: 2 },
          { tags: [1], marks: [2] },
        ],
      },
      '[marks] [tags]',
    ],
  ])('[CDB-54] refuses a document with arrays %s', async (_, fields, arrays) => {
    const database = await start(collections);
    expect(await insert(database, { _id: 'a', ...fields })).toMatchObject(refusal(arrays));
    expect(database.stats()).toEqual({ things: 0 });
  });

  it.each([
    ['an array in one field', { a: [1, 2], b: 2 }],
    ['two fields of one array', { x: [{ tags: 1, marks: 2 }] }],
    ['arrays in fields of different indexes', { a: [1], c: [2] }],
    ['one array in an element of another', { x: [{ tags: [1, 2], marks: 2 }] }],
  ])('[CDB-54] takes %s', async (_, fields) => {
    const database = await start(collections);
    expect(await insert(database, { _id: 'a', ...fields })).not.toHaveProperty('code');
  });

  it('[CDB-54] refuses an update, a replacement and an upsert that would make one, and keeps the document', async () => {
    const database = await start(collections);
    await insert(database, { _id: 'a', a: [1], b: 1 });
    const modify = (rest: object) =>
      database.handle({
        action: 'database.modifyDocument',
        ...{ collectionName: 'things', queryType: 'DOC', query: '{"_id":"a"}' },
        ...rest,
      });
    expect(await modify({ merge: true, data: '{"$set":{"b":[1]}}' })).toMatchObject(refusal('[b] [a]'));
    expect(await modify({ merge: false, data: '{"a":[1],"b":[1]}' })).toMatchObject(refusal('[b] [a]'));
    const upserted = { merge: false, upsert: true, query: '{"_id":"b"}', data: '{"a":[1],"b":[1]}' };
    expect(await modify(upserted)).toMatchObject(refusal('[b] [a]'));
    expect(await database.handle(query('{"a":1}'))).toHaveProperty('data.list', [
      '{"_id":"a","a":[{"$numberInt":"1"}],"b":{"$numberInt":"1"}}',
    ]);
  });

  it('[CDB-54] that is declared later is refused at the start when a document has arrays in two of its fields', async () => {
    const database = await start();
    await insert(database, { _id: 'whole', a: [1] }, { _id: 'both', a: [1], b: [2] });
    await database.close();
    await expect(start(collections)).rejects.toThrow(
      /Index ab of things, document "both": .*cannot index parallel arrays \[b\] \[a\]/,
    );
  });
});
