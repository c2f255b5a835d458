import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DatabaseServer, startDatabaseServer } from '../support/database-server';
import type { SdkCollection, SdkDatabase } from '../support/sdk';

let server: DatabaseServer;
let elapsed = 0;
let conflictsAtCommit = 0;
let db: SdkDatabase;
let accounts: SdkCollection;

beforeAll(async () => {
  server = await startDatabaseServer({
    elapsed: () => elapsed,
    instead: ({ action }) => {
      if (action !== 'database.commitTransaction' || conflictsAtCommit === 0) return undefined;
      conflictsAtCommit -= 1;
      // What it aborts on the platform expires here, so as not to stand in the way of the next attempt.
      elapsed += 30_000;
      return { code: 'DATABASE_TRANSACTION_CONFLICT', message: 'TransactionConflict', requestId: 'r' };
    },
    collections: [{ name: 'accounts' }],
  });
  db = server.db;
  accounts = db.collection('accounts');
});
afterAll(() => server.close());

beforeEach(async () => {
  await accounts.where({}).remove();
  await accounts.add({ data: { _id: 'a', balance: 100 } });
  await accounts.add({ data: { _id: 'b', balance: 0 } });
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

describe('runTransaction', () => {
  it('loses no increment of many at once when conflicts are tried again', async () => {
    const transfer = async (attempts = 200): Promise<void> => {
      try {
        await db.runTransaction(async (tx) => {
          const { data } = await tx.collection('accounts').doc('a').get();
          await tx
            .collection('accounts')
            .doc('a')
            .update({ data: { balance: (data as { balance: number }).balance + 1 } });
        });
      } catch (error) {
        if ((error as { errCode?: number }).errCode !== AT_OPERATION || attempts === 0) throw error;
        await transfer(attempts - 1);
      }
    };
    await Promise.all(Array.from({ length: 12 }, () => transfer()));
    expect(await balances()).toEqual({ a: 112, b: 0 });
  });

  it('does not retry a conflict met by an operation', async () => {
    const holder = await db.startTransaction();
    await holder
      .collection('accounts')
      .doc('a')
      .update({ data: { balance: 1 } });
    let runs = 0;
    const code = await codeOf(
      db.runTransaction(async (tx) => {
        runs += 1;
        await tx
          .collection('accounts')
          .doc('a')
          .update({ data: { balance: 2 } });
      }),
    );
    await holder.rollback();
    expect({ runs, code }).toEqual({ runs: 1, code: AT_OPERATION });
  });
});

describe('runTransaction and a conflict at commit', () => {
  const increment = (runs: { count: number }, times?: number) =>
    db.runTransaction(async (tx) => {
      runs.count += 1;
      await tx
        .collection('accounts')
        .doc('a')
        .update({ data: { balance: db.command.inc(1) } });
    }, times);

  it.each([
    [1, 2],
    [3, 4],
  ])('[CTX-25] tries %i of them again, each time with the whole callback', async (conflicts, attempts) => {
    const runs = { count: 0 };
    conflictsAtCommit = conflicts;
    await increment(runs);
    expect(runs.count).toBe(attempts);
    expect(await balances()).toEqual({ a: 101, b: 0 });
  });

  it('[CTX-25] gives the fourth to the caller, by code', async () => {
    const runs = { count: 0 };
    conflictsAtCommit = 4;
    await expect(increment(runs)).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' });
    expect(runs.count).toBe(4);
    expect(await balances()).toEqual({ a: 100, b: 0 });
  });

  it('[CTX-25] makes as many further attempts as it is told', async () => {
    const runs = { count: 0 };
    conflictsAtCommit = 2;
    await expect(increment(runs, 1)).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' });
    expect(runs.count).toBe(2);
  });
});
