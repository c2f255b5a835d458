import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../emulator/database';
import { encode } from '../../../emulator/database/ejson';
import type { Document, Value } from '../../../emulator/database/value';
import { temporaryFolder } from '../support/database-server';

const place = temporaryFolder();
let database: Database;

const ascending = (...fields: string[]) => fields.map((field) => ({ field, order: 1 as const }));
const indexes = [
  { name: 'ab', keys: ascending('a', 'b') },
  { name: 'inner', keys: ascending('a.b', 'c') },
  { name: 'c', keys: [{ field: 'c', order: -1 as const }] },
];

beforeAll(async () => {
  const collections = [{ name: 'indexed', indexes }, { name: 'plain' }];
  database = await openDatabase({ file: `${place.folder}/cloud.db`, collections, now: Date.now });
});
afterAll(async () => {
  await database.close();
  place.remove();
});

const scalar = fc.constantFrom<Value>(null, true, 0, 1, 2, 3, 'x', 'y', new Date(0), new Date(5), NaN);
const inner = fc.record({ b: scalar, d: scalar }, { requiredKeys: [] });
const field: fc.Arbitrary<Value> = fc.oneof(
  scalar,
  inner,
  fc.array(fc.oneof(scalar, inner), { maxLength: 3 }),
);
const document: fc.Arbitrary<Document> = fc.record({ a: field, b: field, c: field }, { requiredKeys: [] });

const compared = fc.dictionary(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$eq', '$ne'), scalar, {
  minKeys: 1,
  maxKeys: 2,
  noNullPrototype: true,
});
const condition: fc.Arbitrary<Value> = fc.oneof(
  { weight: 3, arbitrary: scalar },
  { weight: 4, arbitrary: compared },
  fc.array(scalar, { maxLength: 3 }).map((list) => ({ $in: list })),
  fc.record({ $elemMatch: fc.record({ b: fc.oneof(scalar, compared) }) }),
  fc.boolean().map((there) => ({ $exists: there })),
  inner,
);
const flat = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'a.b', 'a.0', 'a.0.b'), condition, {
  maxKeys: 3,
  noNullPrototype: true,
});
const query: fc.Arbitrary<Document> = fc.oneof(
  { weight: 4, arbitrary: flat },
  fc.record({ $and: fc.array(flat, { minLength: 1, maxLength: 2 }) }),
  fc.record({ $or: fc.array(flat, { minLength: 1, maxLength: 3 }) }),
  fc.record({ $or: fc.array(flat, { minLength: 1, maxLength: 2 }), c: condition }),
);

const asking = (collectionName: string, condition: Document) => ({
  action: 'database.getDocument',
  collectionName,
  queryType: 'WHERE',
  query: encode(condition),
  limit: 1000,
});
const ask = (collectionName: string, condition: Document) =>
  database.handle(asking(collectionName, condition));

describe('a query', () => {
  it('finds the same through indexes as without, in the same order', { timeout: 60_000 }, async () => {
    let [served, put] = [0, 0];
    const property = fc.asyncProperty(
      fc.array(document, { minLength: 1, maxLength: 12 }),
      fc.array(query, { minLength: 8, maxLength: 8 }),
      async (documents, queries) => {
        await database.handle({ action: 'database.removeDocument', collectionName: 'indexed', multi: true });
        await database.handle({ action: 'database.removeDocument', collectionName: 'plain', multi: true });
        for (const data of documents.map((item, n) => [encode({ _id: n, ...item })])) {
          const added = { action: 'database.insertDocument', data };
          // Arrays in two fields of one index are refused.
          if ('code' in (await database.handle({ ...added, collectionName: 'indexed' }))) continue;
          await database.handle({ ...added, collectionName: 'plain' });
          put += 1;
        }
        for (const each of queries) {
          const request = asking('indexed', each);
          expect(await database.handle(request)).toMatchObject(essence(await ask('plain', each)));
          if (database.workOf(request)?.index !== undefined) served += 1;
        }
      },
    );
    await fc.assert(property, { seed: 20251103, numRuns: 150 });
    expect(served).toBeGreaterThan(300);
    expect(put).toBeGreaterThan(600);
  });
});

describe('$elemMatch', () => {
  it('finds elements that are arrays, which no index of their fields knows', async () => {
    await database.handle({ action: 'database.removeDocument', collectionName: 'indexed', multi: true });
    const data = [encode({ _id: 1, a: [[1, 2], { b: 5 }] })];
    await database.handle({ action: 'database.insertDocument', collectionName: 'indexed', data });
    for (const b of [null, { $in: [null, 7] }]) {
      expect(await ask('indexed', { a: { $elemMatch: { b } } })).toHaveProperty('data.total', 1);
    }
  });
});

describe('a range', () => {
  it('may be met at its two ends by two elements of an array', async () => {
    await database.handle({ action: 'database.removeDocument', collectionName: 'indexed', multi: true });
    const documents = [
      { _id: 1, c: [0, 9] },
      { _id: 2, c: 4 },
      { _id: 3, c: [5] },
    ];
    const data = documents.map((item) => encode(item));
    await database.handle({ action: 'database.insertDocument', collectionName: 'indexed', data });
    const outside = await ask('indexed', { c: { $gt: 6, $lt: 3 } });
    expect(outside).toHaveProperty('data.list', [encode({ _id: 1, c: [0, 9] })]);
    expect(await ask('indexed', { c: { $gt: 3, $lt: 5 } })).toHaveProperty('data.total', 2);
  });
});

/** An answer without what differs from request to request. */
function essence(answer: object): object {
  const { requestId, ...rest } = answer as { requestId?: string };
  expect(requestId).toBeDefined();
  return rest;
}
