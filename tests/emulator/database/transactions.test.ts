import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WireAnswer } from '../../../emulator/wire';
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

describe('a transaction', () => {
  it('commits everything together and answers what the callback returns', async () => {
    const answer = await db.runTransaction(async (tx) => {
      const inside = tx.collection('accounts');
      const { data } = await inside.doc('a').get();
      await inside.doc('a').update({ data: { balance: (data as { balance: number }).balance - 30 } });
      await inside.doc('b').update({ data: { balance: db.command.inc(30) } });
      await inside.add({ data: { _id: 'c', balance: 1, email: 'c@x' } });
      expect(await balances()).toEqual({ a: 100, b: 0 });
      return 'moved';
    });
    expect(answer).toBe('moved');
    expect(await balances()).toEqual({ a: 70, b: 30, c: 1 });
  });

  it('reads what it wrote itself, also by conditions', async () => {
    await db.runTransaction(async (tx) => {
      const inside = tx.collection('accounts');
      await inside.doc('a').update({ data: { balance: 500 } });
      await inside.add({ data: { _id: 'n', balance: 500, email: 'n@x' } });
      await inside.doc('b').remove();
      expect((await inside.doc('a').get()).data).toMatchObject({ balance: 500 });
      const { data } = await inside.where({ balance: db.command.gte(0) }).get();
      expect(data.map(({ _id }) => _id)).toEqual(['a', 'n']);
    });
  });

  it('leaves nothing behind after a rollback, and rejects with its reason', async () => {
    const reason = { why: 'changed my mind' };
    const rejection = await db
      .runTransaction(async (tx) => {
        await tx
          .collection('accounts')
          .doc('a')
          .update({ data: { balance: 0 } });
        await tx.collection('accounts').add({ data: { _id: 'c', email: 'c@x' } });
        await tx.collection('accounts').doc('b').remove();
        await tx.rollback(reason);
      })
      .catch((error: unknown) => error);
    expect(rejection).toBe(reason);
    expect(await balances()).toEqual({ a: 100, b: 0 });
    await accounts.doc('c').set({ data: { email: 'c@x' } });
  });

  it('leaves nothing behind when the callback throws', async () => {
    await expect(
      db.runTransaction(async (tx) => {
        await tx
          .collection('accounts')
          .doc('a')
          .update({ data: { balance: 0 } });
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(await balances()).toEqual({ a: 100, b: 0 });
  });

  it('reads the state of its first operation until it ends', async () => {
    const tx = await db.startTransaction();
    const inside = tx.collection('accounts');
    await accounts.doc('a').update({ data: { balance: 90 } });
    expect((await inside.doc('a').get()).data).toMatchObject({ balance: 90 });
    await accounts.doc('b').update({ data: { balance: 7 } });
    await accounts.add({ data: { _id: 'c', balance: 9, email: 'c@x' } });
    await accounts.doc('a').remove();
    expect((await inside.doc('b').get()).data).toMatchObject({ balance: 0 });
    const { data } = await inside.where({ balance: db.command.gte(0) }).get();
    expect(data.map(({ _id, balance }) => [_id, balance])).toEqual([
      ['a', 90],
      ['b', 0],
    ]);
    await tx.rollback();
    expect(await balances()).toEqual({ b: 7, c: 9 });
  });

  it('meets a conflict at the operation when another open transaction wrote the document', async () => {
    const [one, two] = [await db.startTransaction(), await db.startTransaction()];
    await one
      .collection('accounts')
      .doc('a')
      .update({ data: { balance: 1 } });
    expect(
      await codeOf(
        two
          .collection('accounts')
          .doc('a')
          .update({ data: { balance: 2 } }),
      ),
    ).toBe(AT_OPERATION);
    await one.commit();
    expect(await codeOf(two.commit())).toBe('DATABASE_TRANSACTION_FAIL');
    expect(await balances()).toEqual({ a: 1, b: 0 });
  });

  it('meets a conflict at the operation when the document changed after its snapshot', async () => {
    const tx = await db.startTransaction();
    await tx.collection('accounts').doc('b').get();
    await accounts.doc('a').update({ data: { balance: 99 } });
    expect(
      await codeOf(
        tx
          .collection('accounts')
          .doc('a')
          .update({ data: { balance: 1 } }),
      ),
    ).toBe(AT_OPERATION);
    expect(await balances()).toEqual({ a: 99, b: 0 });
  });

  it('[CTX-7] meets a conflict when it inserts what was inserted after its snapshot', async () => {
    const tx = await db.startTransaction();
    await tx.collection('accounts').doc('a').get();
    await accounts.add({ data: { _id: 'c', email: 'c@x' } });
    const error = await tx
      .collection('accounts')
      .add({ data: { _id: 'c', email: 'd@x' } })
      .catch((caught: { errMsg: string }) => caught);
    expect(error).toHaveProperty('errMsg', containing('TransactionConflict'));
  });

  it('does not validate reads: write skew is possible, as on the platform', async () => {
    const [one, two] = [await db.startTransaction(), await db.startTransaction()];
    await one.collection('accounts').doc('b').get();
    await two.collection('accounts').doc('a').get();
    await one
      .collection('accounts')
      .doc('a')
      .update({ data: { balance: -1 } });
    await two
      .collection('accounts')
      .doc('b')
      .update({ data: { balance: -1 } });
    await one.commit();
    await two.commit();
    expect(await balances()).toEqual({ a: -1, b: -1 });
  });

  it('[CTX-20] refuses a second operation while one is under way', async () => {
    const started = (await server.database.handle({ action: 'database.startTransaction' })) as {
      transactionId: string;
    };
    const get = (id: string): Promise<WireAnswer> =>
      server.database.handle({
        action: 'database.getDocument',
        collectionName: 'accounts',
        queryType: 'DOC',
        query: JSON.stringify({ _id: id }),
        transactionId: started.transactionId,
      });
    const [first, second] = await Promise.all([get('a'), get('b')]);
    expect(first).toHaveProperty('data.total', 1);
    expect(second).toMatchObject({
      code: 'DATABASE_TRANSACTION_FAIL',
      message: containing('TransactionBusy'),
    });
    expect(await get('b')).toHaveProperty('data.total', 1);
  });

  it('[CTX-21] expires 30 s after its start, and what it wrote is gone', async () => {
    const tx = await db.startTransaction();
    await tx
      .collection('accounts')
      .doc('a')
      .update({ data: { balance: 1 } });
    elapsed += 29_999;
    await tx
      .collection('accounts')
      .doc('b')
      .update({ data: { balance: 1 } });
    elapsed += 1;
    expect(await codeOf(tx.collection('accounts').doc('b').get())).toBe(AT_OPERATION);
    expect(await codeOf(tx.commit())).toBe('DATABASE_TRANSACTION_FAIL');
    expect(await balances()).toEqual({ a: 100, b: 0 });
    expect((await accounts.doc('a').update({ data: { balance: 5 } })).stats.updated).toBe(1);
  });

  it('is unknown after it ended, and before it began', async () => {
    const tx = await db.startTransaction();
    await tx.commit();
    expect(await codeOf(tx.commit())).toBe('DATABASE_TRANSACTION_FAIL');
    for (const transactionId of ['nonsense', 7, {}]) {
      const answer = await server.database.handle({ action: 'database.commitTransaction', transactionId });
      expect(answer).toMatchObject({
        code: 'DATABASE_TRANSACTION_FAIL',
        message: containing('TransactionNotExist'),
      });
    }
  });

  it('[CTX-22] is aborted by an operation that fails', async () => {
    const tx = await db.startTransaction();
    await tx
      .collection('accounts')
      .doc('a')
      .update({ data: { balance: 1 } });
    await codeOf(tx.collection('accounts').add({ data: { _id: 'b', email: 'z@x' } }));
    expect(await codeOf(tx.commit())).toBe('DATABASE_TRANSACTION_FAIL');
    expect(await balances()).toEqual({ a: 100, b: 0 });
  });
});
