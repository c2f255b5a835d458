import { describe, expect, it } from 'vitest';
import { databaseFile, insert, query } from '../support/database-file';

const { start } = databaseFile();
const index = (name: string, ...fields: string[]) => ({
  name,
  keys: fields.map((field) => ({ field, order: 1 as const })),
});
const collections = [{ name: 'things', indexes: [index('a', 'a'), index('ab', 'a', 'b'), index('c', 'c')] }];

/** Index and number of documents looked at, of a hundred with ten values of each field. */
async function took(condition: object) {
  const database = await start(collections);
  if (database.stats().things === 0) {
    const documents = Array.from({ length: 100 }, (_, n) => ({
      a: n % 10,
      b: Math.floor(n / 10),
      c: n % 10,
    }));
    await insert(database, ...documents);
  }
  const request = query(JSON.stringify(condition));
  await database.handle(request);
  const { index, looked } = database.workOf(request) ?? {};
  await database.close();
  return { index, looked };
}

describe('of several indexes', () => {
  it('that which binds most fields is taken, wherever it stands', async () => {
    expect(await took({ a: 1 })).toMatchObject({ looked: 10 });
    expect(await took({ a: 1, b: 2 })).toEqual({ index: 'ab', looked: 1 });
    // The end of the range is looked up with it.
    expect(await took({ a: 1, b: { $gt: 8 } })).toEqual({ index: 'ab', looked: 2 });
    expect(await took({ b: 2, c: 1 })).toEqual({ index: 'c', looked: 10 });
  });

  it('each branch of $or is looked up through its own, and all are scanned when one has none', async () => {
    expect(await took({ $or: [{ a: 1, b: 2 }, { c: 3 }] })).toEqual({ index: 'ab|c', looked: 11 });
    expect(await took({ $or: [{ a: 1 }, { b: 3 }] })).toEqual({ index: undefined, looked: 100 });
  });

  it('only as many fields are bound as take a thousand slots', async () => {
    const many = Array.from({ length: 50 }, (_, n) => n + 1);
    expect(await took({ a: { $in: many.slice(0, 20) }, b: { $in: many } })).toEqual({
      index: 'ab',
      looked: 81,
    });
    expect(await took({ a: { $in: many }, b: { $in: many } })).toMatchObject({ looked: 90 });
  });
});
