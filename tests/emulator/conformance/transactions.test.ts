import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SdkCollection, SdkDatabase, SdkTransaction } from '../support/sdk';
import { failureOf } from './support/failure';
import { startTarget, type Target } from './support/target';

const NAME = 'conformance_accounts';

let target: Target;
let db: SdkDatabase;
let accounts: SdkCollection;

beforeAll(async () => {
  target = await startTarget();
  db = target.db;
});
afterAll(() => target.end());
beforeEach(async () => {
  accounts = await target.collection('accounts');
  await accounts.add({
    data: [
      { _id: 'a', n: 100 },
      { _id: 'b', n: 0 },
    ],
  });
});

const inside = (tx: SdkTransaction) => tx.collection(NAME);
const put = (tx: SdkTransaction, id: string, n: number) => inside(tx).doc(id).update({ data: { n } });
async function balances(): Promise<Record<string, unknown>> {
  const { data } = await accounts.orderBy('_id', 'asc').get();
  return Object.fromEntries(data.map(({ _id, n }) => [String(_id), n]));
}

describe('a transaction', () => {
  it('[CTX-1] commits everything together and resolves with what its callback returned', async () => {
    const answer = await db.runTransaction(async (tx) => {
      await put(tx, 'a', 70);
      await put(tx, 'b', 30);
      await inside(tx).add({ data: { _id: 'c', n: 1 } });
      expect(await balances()).toEqual({ a: 100, b: 0 });
      return 'moved';
    });
    expect([answer, await balances()]).toEqual(['moved', { a: 70, b: 30, c: 1 }]);
  });

  it('[CTX-2] reads the state of its first operation until it ends, whatever others commit', async () => {
    const tx = await db.startTransaction();
    await accounts.doc('b').update({ data: { n: 1 } });
    expect((await inside(tx).doc('b').get()).data).toMatchObject({ n: 1 });
    await accounts.doc('a').update({ data: { n: 2 } });
    await accounts.add({ data: { _id: 'c', n: 3 } });
    expect((await inside(tx).doc('a').get()).data).toMatchObject({ n: 100 });
    const { data } = await inside(tx)
      .where({ n: db.command.gte(0) })
      .orderBy('_id', 'asc')
      .get();
    expect(data.map(({ _id }) => _id)).toEqual(['a', 'b']);
    await tx.rollback();
  });

  it('[CTX-3] reads what it wrote itself, by id and by condition', async () => {
    await db.runTransaction(async (tx) => {
      await put(tx, 'a', 5);
      await inside(tx).add({ data: { _id: 'c', n: 5 } });
      await inside(tx).doc('b').remove();
      expect((await inside(tx).doc('a').get()).data).toMatchObject({ n: 5 });
      const { data } = await inside(tx).where({ n: 5 }).orderBy('_id', 'asc').get();
      expect(data.map(({ _id }) => _id)).toEqual(['a', 'c']);
    });
  });

  it('[CTX-4] that is rolled back leaves nothing, and rejects with the reason itself', async () => {
    const reason = { why: 'changed my mind' };
    const rejection: unknown = await db
      .runTransaction(async (tx) => {
        await put(tx, 'a', 0);
        await tx.rollback(reason);
      })
      .catch((error: unknown) => error);
    expect(rejection).toBe(reason);
    expect(await balances()).toEqual({ a: 100, b: 0 });
  });

  it('[CTX-5] whose callback throws leaves nothing and rejects with what was thrown', async () => {
    const thrown = new Error('stop');
    const work = db.runTransaction(async (tx) => {
      await put(tx, 'a', 0);
      throw thrown;
    });
    await expect(work).rejects.toBe(thrown);
    expect(await balances()).toEqual({ a: 100, b: 0 });
  });

  it('[CTX-6] [CTX-8] meets a conflict at the write, -501001 without a code, when another open one wrote the document', async () => {
    const [one, two] = [await db.startTransaction(), await db.startTransaction()];
    await put(one, 'a', 1);
    const failure = await failureOf(put(two, 'a', 2));
    expect(failure).toMatchObject({ errCode: -501001 });
    expect(failure.code).toBeUndefined();
    await one.commit();
    expect(await balances()).toEqual({ a: 1, b: 0 });
  });

  it('[CTX-7] meets a conflict at the write when the document changed after its snapshot', async () => {
    const tx = await db.startTransaction();
    await inside(tx).doc('b').get();
    await accounts.doc('a').update({ data: { n: 99 } });
    expect(await failureOf(put(tx, 'a', 1))).toMatchObject({ errCode: -501001 });
    expect(await balances()).toEqual({ a: 99, b: 0 });
  });

  it('[CTX-9] is not run again for a conflict that an operation met', async () => {
    const holder = await db.startTransaction();
    await put(holder, 'a', 1);
    let runs = 0;
    const work = db.runTransaction(async (tx) => {
      runs += 1;
      await put(tx, 'a', 2);
    });
    expect(await failureOf(work)).toMatchObject({ errCode: -501001 });
    await holder.rollback();
    expect(runs).toBe(1);
  });

  it('[CTX-10] does not see whether what it read has changed: write skew is possible', async () => {
    const [one, two] = [await db.startTransaction(), await db.startTransaction()];
    await inside(one).doc('b').get();
    await inside(two).doc('a').get();
    await put(one, 'a', -1);
    await put(two, 'b', -1);
    await one.commit();
    await two.commit();
    expect(await balances()).toEqual({ a: -1, b: -1 });
  });

  it('[CTX-11] has no part in where().update, where().remove, count and aggregate: they are outside of it', async () => {
    const tx = await db.startTransaction();
    await put(tx, 'a', 1);
    const rows = inside(tx);
    expect((await rows.where({ n: 1 }).count()).total).toBe(0);
    expect((await rows.aggregate().match({ n: 1 }).end()).list).toEqual([]);
    await rows.where({ _id: 'b' }).update({ data: { n: 55 } });
    await accounts.add({ data: { _id: 'c', n: 9 } });
    await rows.where({ _id: 'c' }).remove();
    await tx.rollback();
    expect(await balances()).toEqual({ a: 100, b: 55 });
  });

  it('[CTX-12] is not seen by anybody before it commits', async () => {
    const tx = await db.startTransaction();
    await inside(tx).doc('a').remove();
    await inside(tx).add({ data: { _id: 'c', n: 1 } });
    expect([(await accounts.count()).total, await balances()]).toEqual([2, { a: 100, b: 0 }]);
    await tx.rollback();
  });

  it('[CTX-13] that has ended takes nothing more', async () => {
    const tx = await db.startTransaction();
    await put(tx, 'a', 1);
    await tx.commit();
    expect(await failureOf(put(tx, 'a', 2))).toMatchObject({ errCode: -501001 });
    expect(await failureOf(tx.commit())).toHaveProperty('code', 'DATABASE_TRANSACTION_FAIL');
    expect(await balances()).toEqual({ a: 1, b: 0 });
  });

  it('[CTX-14] loses no step of a counter when every conflict is tried again', async () => {
    const step = async (attempts = 100): Promise<void> => {
      const work = db.runTransaction(async (tx) => {
        const { data } = await inside(tx).doc('a').get();
        await put(tx, 'a', Number(data?.n) + 1);
      });
      await work.catch(async (error: { errCode?: number; code?: string }) => {
        const conflict = error.errCode === -501001 || error.code === 'DATABASE_TRANSACTION_CONFLICT';
        if (!conflict || attempts === 0) throw error;
        await step(attempts - 1);
      });
    };
    await Promise.all(Array.from({ length: 5 }, () => step()));
    expect(await balances()).toMatchObject({ a: 105 });
  });
});
