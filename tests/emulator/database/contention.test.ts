import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DatabaseServer, startDatabaseServer } from '../support/database-server';
import { containing } from '../support/expecting';
import type { SdkCollection, SdkDatabase } from '../support/sdk';

let server: DatabaseServer;
let elapsed = 0;
let db: SdkDatabase;
let accounts: SdkCollection;

beforeAll(async () => {
  server = await startDatabaseServer({
    elapsed: () => elapsed,
    collections: [
      {
        name: 'accounts',
        indexes: [{ name: 'email_1', keys: [{ field: 'email', order: 1 }], unique: true }],
      },
    ],
  });
  db = server.db;
  accounts = db.collection('accounts');
});
afterAll(() => server.close());

beforeEach(async () => {
  await accounts.where({}).remove();
  await accounts.add({ data: { _id: 'a', balance: 100, email: 'a@x' } });
  await accounts.add({ data: { _id: 'b', balance: 0, email: 'b@x' } });
});

const balances = async (): Promise<Record<string, unknown>> => {
  const { data } = await accounts.orderBy('_id', 'asc').get();
  return Object.fromEntries(data.map(({ _id, balance }) => [_id, balance])) as Record<string, unknown>;
};
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { errCode?: number; code?: string }) => error.errCode ?? error.code,
  );

/** Conflicts that an operation meets arrive as -501001: the SDK has no name for them. */
const AT_OPERATION = -501001;

describe('conditions inside a transaction', () => {
  it('take no part in it, for where().update, where().remove and count: they survive its rollback', async () => {
    const tx = await db.startTransaction();
    const inside = tx.collection('accounts');
    await inside.doc('a').update({ data: { balance: 1 } });
    await inside.where({ _id: 'b' }).update({ data: { balance: 55 } });
    expect((await inside.where({ balance: 1 }).count()).total).toBe(0);
    await tx.rollback();
    expect(await balances()).toEqual({ a: 100, b: 55 });
  });

  it('take no part in it, for where().remove and aggregate', async () => {
    const tx = await db.startTransaction();
    const inside = tx.collection('accounts');
    await inside.doc('a').update({ data: { balance: 1 } });
    expect((await inside.aggregate().match({ balance: 1 }).end()).list).toEqual([]);
    await inside.where({ _id: 'b' }).remove();
    await tx.rollback();
    expect(await balances()).toEqual({ a: 100 });
  });
});

describe('a write outside of transactions', () => {
  it('[CTX-27] waits for the transaction that holds its document', async () => {
    const tx = await db.startTransaction();
    await tx
      .collection('accounts')
      .doc('a')
      .update({ data: { balance: 10 } });
    const plain = accounts.doc('a').update({ data: { balance: db.command.inc(1) } });
    expect((await accounts.doc('a').get()).data).toMatchObject({ balance: 100 });
    await tx.commit();
    expect((await plain).stats.updated).toBe(1);
    expect(await balances()).toEqual({ a: 11, b: 0 });
  });

  it('[CTX-21] goes on when the transaction that holds its document expires', async () => {
    const tx = await db.startTransaction();
    await tx
      .collection('accounts')
      .doc('a')
      .update({ data: { balance: 10 } });
    const answer = accounts.doc('a').update({ data: { balance: db.command.inc(1) } });
    elapsed += 30_000;
    expect((await answer).stats.updated).toBe(1);
    expect(await balances()).toEqual({ a: 101, b: 0 });
  });

  it('[CTX-27] fails when the transaction holds on for too long, and changes nothing', async () => {
    const tx = await db.startTransaction();
    await tx
      .collection('accounts')
      .doc('b')
      .update({ data: { balance: 10 } });
    const sent = server.requests.length;
    const plain = codeOf(accounts.where({}).update({ data: { balance: 77 } }));
    // The wait is counted from when the request came in.
    await expect.poll(() => server.requests.length).toBeGreaterThan(sent);
    elapsed += 10_000;
    expect(await plain).toBe(-502001);
    await tx.rollback();
    expect(await balances()).toEqual({ a: 100, b: 0 });
  });

  it('sees nothing of an open transaction', async () => {
    const tx = await db.startTransaction();
    await tx.collection('accounts').doc('a').remove();
    await tx.collection('accounts').add({ data: { _id: 'c', email: 'c@x' } });
    expect((await accounts.count()).total).toBe(2);
    expect(await balances()).toEqual({ a: 100, b: 0 });
    await tx.rollback();
  });
});

describe('unique indexes within transactions', () => {
  it('refuse a value that the snapshot holds', async () => {
    const tx = await db.startTransaction();
    const error = await tx
      .collection('accounts')
      .add({ data: { _id: 'c', email: 'a@x' } })
      .catch((caught: { errMsg: string }) => caught);
    expect(error).toHaveProperty('errMsg', containing('E11000'));
    expect(error).toHaveProperty('errMsg', containing('index: email_1 dup key: { email: "a@x" }'));
  });

  it('let only one of two open transactions take a value', async () => {
    const [one, two] = [await db.startTransaction(), await db.startTransaction()];
    await one.collection('accounts').add({ data: { _id: 'c', email: 'same@x' } });
    expect(await codeOf(two.collection('accounts').add({ data: { _id: 'd', email: 'same@x' } }))).toBe(
      AT_OPERATION,
    );
    await one.commit();
    expect((await accounts.where({ email: 'same@x' }).count()).total).toBe(1);
  });

  it('let a value move from one document to another', async () => {
    await db.runTransaction(async (tx) => {
      const inside = tx.collection('accounts');
      await inside.doc('a').update({ data: { email: 'old@x' } });
      await inside.doc('b').update({ data: { email: 'a@x' } });
      expect((await inside.where({ email: 'a@x' }).get()).data).toHaveLength(1);
    });
    expect((await accounts.where({ email: 'a@x' }).get()).data).toMatchObject([{ _id: 'b' }]);
    await accounts.add({ data: { _id: 'c', email: 'b@x' } });
  });

  it('meet a conflict over a value that was taken or freed after the snapshot', async () => {
    const one = await db.startTransaction();
    await one.collection('accounts').doc('a').get();
    await accounts.add({ data: { _id: 'late', email: 'late@x' } });
    expect(await codeOf(one.collection('accounts').add({ data: { _id: 'c', email: 'late@x' } }))).toBe(
      AT_OPERATION,
    );
    const two = await db.startTransaction();
    await two.collection('accounts').doc('a').get();
    await accounts.doc('late').remove();
    expect(await codeOf(two.collection('accounts').add({ data: { _id: 'c', email: 'late@x' } }))).toBe(
      AT_OPERATION,
    );
  });

  it('hold a value that an open transaction has given up, until it ends', async () => {
    const tx = await db.startTransaction();
    await tx.collection('accounts').doc('a').remove();
    const plain = accounts.add({ data: { _id: 'c', email: 'a@x' } });
    await tx.commit();
    await plain;
    expect((await accounts.where({ email: 'a@x' }).get()).data).toMatchObject([{ _id: 'c' }]);
  });
});
