import { open, readFile, stat, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { expectWhole, writeUntilKilled } from '../support/crash';
import { databaseFile, insert, query } from '../support/database-file';

const { at, byHand, start } = databaseFile();

describe('the file', () => {
  it('keeps documents, order and created collections between starts', async () => {
    const first = await start();
    await insert(first, { _id: 'b', n: 1 }, { _id: 'a', n: 2 });
    await first.handle({ action: 'database.addCollection', collectionName: 'later' });
    await first.handle({ action: 'database.insertDocument', collectionName: 'later', data: ['{"_id":"x"}'] });
    await first.close();
    const second = await start();
    expect(second.stats()).toEqual({ things: 2, later: 1 });
    const answer = await second.handle({
      action: 'database.getDocument',
      collectionName: 'things',
      queryType: 'WHERE',
    });
    expect(answer).toHaveProperty('data.list', [
      '{"_id":"b","n":{"$numberInt":"1"}}',
      '{"_id":"a","n":{"$numberInt":"2"}}',
    ]);
  });

  it('[CDU-6] is used by one process at a time', async () => {
    const first = await start();
    await expect(start()).rejects.toThrow('cannot be used: database is locked');
    await first.close();
    await expect(start()).resolves.toBeDefined();
  });

  it('[CDU-3] is refused when bytes of a document were changed', async () => {
    const database = await start();
    await insert(database, { _id: 'a', text: 'MARK'.repeat(50) });
    await database.close();
    const bytes = await readFile(at.file);
    bytes.write('M4RK', bytes.indexOf('MARKMARK'));
    await writeFile(at.file, bytes);
    await expect(start()).rejects.toThrow(/cloud\.db is damaged: document "a" of things/);
  });

  it('[CDU-3] is refused when its pages are damaged', async () => {
    const database = await start();
    await insert(
      database,
      ...Array.from({ length: 500 }, (_, n) => ({ _id: `n${n}`, text: 'x'.repeat(100) })),
    );
    await database.close();
    const handle = await open(at.file, 'r+');
    await handle.write(Buffer.alloc(4096, 0xee), 0, 4096, 8192);
    await handle.close();
    await expect(start()).rejects.toThrow('cannot be used');
  });

  it('[CDU-3] is refused when it is no database at all', async () => {
    await writeFile(
      at.file,
      'this is a text file of somebody else, long enough to be looked at as a header of a database',
    );
    await expect(start()).rejects.toThrow('cannot be used');
    expect((await stat(at.file)).size).toBeLessThan(200);
  });

  it('[CDU-2] keeps nothing of a transaction of which one write fails, and answers nothing any more', async () => {
    const collections = [
      { name: 'things' },
      { name: 'tagged', indexes: [{ name: 'tag_1', keys: [{ field: 'tag', order: 1 as const }] }] },
    ];
    const whole = await start(collections);
    await insert(whole, { _id: 'a', n: 1 });
    await whole.handle({
      action: 'database.insertDocument',
      collectionName: 'tagged',
      data: ['{"_id":"t","tag":"old"}'],
    });
    await whole.close();
    byHand(`CREATE TRIGGER full BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`);
    const failing = await start(collections);
    const begun = await failing.handle({ action: 'database.startTransaction' });
    const transactionId = 'transactionId' in begun ? begun.transactionId : undefined;
    const set = (collectionName: string, id: string) =>
      failing.handle({
        action: 'database.modifyDocument',
        ...{ collectionName, transactionId, queryType: 'DOC', merge: true, query: `{"_id":"${id}"}` },
        data: '{"$set":{"n":2,"tag":"new"}}',
      });
    await set('things', 'a');
    await set('tagged', 't');
    const failure = { code: 'SYS_ERR', message: expect.stringContaining('the disk is full') as string };
    expect(await failing.handle({ action: 'database.commitTransaction', transactionId })).toMatchObject(
      failure,
    );
    expect(await failing.handle(query('{}'))).toMatchObject(failure);
    await failing.close();
    byHand('DROP TRIGGER full');
    const again = await start(collections);
    const left = await again.handle(query('{"_id":"a"}'));
    expect(left).toHaveProperty('data.list', ['{"_id":"a","n":{"$numberInt":"1"}}']);
  });

  it('[CDU-1] keeps what was written while it is closed, and answers nothing afterwards', async () => {
    const database = await start();
    const writing = insert(database, { _id: 'late' });
    await database.close();
    const answers = [
      await writing,
      await insert(database, { _id: 'later' }),
      await database.handle(query('{}')),
    ];
    const acknowledged = 'code' in (answers[0] ?? {}) ? 0 : 1;
    expect(answers.slice(1)).toMatchObject([{ code: 'SYS_ERR' }, { code: 'SYS_ERR' }]);
    expect((await start()).stats()).toEqual({ things: acknowledged });
  });
});

describe('a killed process', () => {
  it('[CDU-2] loses nothing that it acknowledged and tears no transaction', async () => {
    const acknowledged = await writeUntilKilled(at.file, 'r', 200);
    expect(acknowledged.singles.size).toBeGreaterThan(50);
    expect(acknowledged.transfers.size).toBeGreaterThan(0);
    expect(acknowledged.uploads.size).toBeGreaterThan(0);
    expect(acknowledged.messages.size).toBeGreaterThan(0);
    await expectWhole(at.file, acknowledged);
  });
});
