import { describe, expect, it } from 'vitest';
import type { Database } from '../../../emulator/database';
import { databaseFile, insert, query } from '../support/database-file';

const { start } = databaseFile();
const collections = [
  { name: 'things', indexes: [{ name: 'n_1', keys: [{ field: 'n', order: 1 as const }], unique: true }] },
];
const named = (id: string) => ({
  collectionName: 'things',
  queryType: 'DOC',
  query: JSON.stringify({ _id: id }),
});

/** One transaction, step by step. */
async function begin(database: Database) {
  const begun = await database.handle({ action: 'database.startTransaction' });
  const transactionId = 'transactionId' in begun ? begun.transactionId : undefined;
  const step = (action: string, body: object = {}) =>
    database.handle({ action: `database.${action}`, collectionName: 'things', ...body, transactionId });
  return {
    find: (condition: string) => step('getDocument', query(condition)),
    add: (id: string, n: number) => step('insertDocument', { data: [JSON.stringify({ _id: id, n })] }),
    set: (id: string, n: number) =>
      step('modifyDocument', { ...named(id), merge: true, data: JSON.stringify({ $set: { n } }) }),
    remove: (id: string) => step('removeDocument', named(id)),
    commit: () => step('commitTransaction'),
  };
}

const duplicate = {
  code: 'DATABASE_REQUEST_FAILED',
  message: expect.stringContaining('E11000') as string,
};

describe('a value of a unique index in a transaction', () => {
  it('[CDB-52] is free once the transaction has moved its document away, or removed it', async () => {
    const database = await start(collections);
    await insert(database, { _id: 'a', n: 1 }, { _id: 'b', n: 2 }, { _id: 'c', n: 3 });
    const tx = await begin(database);
    expect(await tx.set('a', 9)).toHaveProperty('data.updated', 1);
    expect(await tx.set('b', 1)).toHaveProperty('data.updated', 1);
    expect(await tx.remove('c')).toHaveProperty('data.deleted', 1);
    expect(await tx.add('d', 3)).toHaveProperty('data.insertedIds', ['d']);
    expect(await tx.set('a', 2)).toHaveProperty('data.updated', 1);
    expect(await tx.commit()).not.toHaveProperty('code');
    for (const [n, id] of Object.entries({ 1: 'b', 2: 'a', 3: 'd' })) {
      expect(await database.handle(query(`{"n":${n}}`))).toHaveProperty('data.list', [
        `{"_id":"${id}","n":{"$numberInt":"${n}"}}`,
      ]);
    }
  });

  it('[CDB-52] that it took itself is free when it gives it back, and not before', async () => {
    const database = await start(collections);
    await insert(database, { _id: 'a', n: 1 }, { _id: 'b', n: 2 });
    const tx = await begin(database);
    await tx.set('a', 5);
    await tx.set('a', 6);
    expect(await tx.set('b', 5)).toHaveProperty('data.updated', 1);
    expect(await tx.add('c', 6)).toMatchObject(duplicate);
  });

  it('[CTX-7] that a commit after the snapshot took is a conflict, not a duplicate', async () => {
    const database = await start(collections);
    await insert(database, { _id: 'a', n: 1 });
    const tx = await begin(database);
    await tx.find('{}');
    await insert(database, { _id: 'later', n: 7 });
    expect(await tx.set('a', 7)).toHaveProperty('code', 'DATABASE_TRANSACTION_CONFLICT');
  });

  it('[CTX-7] that a commit after the snapshot gave free is a conflict too', async () => {
    const database = await start(collections);
    await insert(database, { _id: 'a', n: 1 }, { _id: 'b', n: 2 });
    const tx = await begin(database);
    await tx.find('{}');
    await database.handle({ action: 'database.removeDocument', ...named('b') });
    expect(await tx.set('a', 2)).toHaveProperty('code', 'DATABASE_TRANSACTION_CONFLICT');
  });
});

describe('a replacement', () => {
  it('[CDB-42] cannot change the id', async () => {
    const database = await start(collections);
    await insert(database, { _id: 'a', n: 1 });
    const replace = { action: 'database.modifyDocument', ...named('a'), merge: false, upsert: true };
    expect(await database.handle({ ...replace, data: '{"_id":"b","n":2}' })).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining("would modify the immutable field '_id'") as string,
    });
    expect(await database.handle({ ...replace, data: '{"_id":"a","n":3}' })).toHaveProperty(
      'data.updated',
      1,
    );
    expect(await database.handle(query('{}'))).toHaveProperty('data.list', [
      '{"_id":"a","n":{"$numberInt":"3"}}',
    ]);
  });
});
