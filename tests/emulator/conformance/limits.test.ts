import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SdkCollection } from '../support/sdk';
import { failureOf } from './support/failure';
import { startTarget, type Target } from './support/target';

let target: Target;
let many: SdkCollection;

beforeAll(async () => {
  target = await startTarget();
  many = await target.collection('many');
  for (let from = 0; from < 1050; from += 350) {
    await many.add({ data: Array.from({ length: 350 }, (_, n) => ({ n: from + n })) });
  }
});
afterAll(() => target.end());

describe('a query', () => {
  it('[CDB-30] gives 100 rows when it names no limit', async () => {
    expect((await many.get()).data).toHaveLength(100);
    expect((await many.where({ n: target.db.command.gte(0) }).get()).data).toHaveLength(100);
  });

  it('[CDB-31] gives at most 1,000 rows, and does not say that it cut the rest off', async () => {
    expect((await many.limit(1_040).get()).data).toHaveLength(1_000);
    expect((await many.skip(1_000).limit(1_000).get()).data).toHaveLength(50);
  });

  it('[CDB-32] counts beyond the rows that it gives', async () => {
    expect((await many.count()).total).toBe(1_050);
  });

  it('[CDB-33] that is an aggregation without a limit gives 20 rows', async () => {
    expect((await many.aggregate().sort({ n: 1 }).end()).list).toHaveLength(20);
    expect((await many.aggregate().limit(300).end()).list).toHaveLength(300);
  });

  it('[CDB-34] whose answer would be larger than 1 MB fails as a whole', async () => {
    const large = await target.collection('large');
    await large.add({ data: { _id: 'a', text: 'x'.repeat(600_000) } });
    await large.add({ data: { _id: 'b', text: '中'.repeat(200_000) } });
    expect(await failureOf(large.get())).toHaveProperty('errCode', -501001);
    expect((await large.field({ text: false }).get()).data).toHaveLength(2);
  });
});

describe('a change by condition', () => {
  it('[CDB-35] reaches every document that matches, beyond the rows of a query', async () => {
    const { command: _ } = target.db;
    expect((await many.where({ n: _.gte(0) }).update({ data: { seen: true } })).stats.updated).toBe(1_050);
    expect((await many.where({ n: _.lt(1_030) }).remove()).stats.removed).toBe(1_030);
    expect((await many.count()).total).toBe(20);
  });
});
