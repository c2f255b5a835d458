import { existsSync, writeFileSync } from 'node:fs';
import Libsql from 'libsql';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../emulator/database';
import { formerChecksum } from '../../../emulator/database/checksum';
import { databaseFile, insert, query } from '../support/database-file';

const { at, start } = databaseFile();

/** How many documents a condition finds, and the index that led to them. */
async function foundBy(
  database: Database,
  condition: string,
): Promise<[number | undefined, string | undefined]> {
  const request = query(condition);
  await database.handle(request);
  const work = database.workOf(request);
  return [work?.found, work?.index];
}

describe('opening a file', () => {
  it('begins a new one where a damaged one was taken away, whatever was said of that', async () => {
    writeFileSync(`${at.file}.mend`, '');
    const database = await start();
    expect(await insert(database, { _id: 'a' })).toHaveProperty('data');
    expect(existsSync(`${at.file}.mend`)).toBe(false);
  });

  it('of an older format is read, and whole from then on', async () => {
    const old = new Libsql(at.file);
    old.exec(`CREATE TABLE collections (name TEXT PRIMARY KEY) WITHOUT ROWID;
      CREATE TABLE documents (collection TEXT NOT NULL, key TEXT NOT NULL, checksum INTEGER NOT NULL,
        document TEXT NOT NULL, PRIMARY KEY (collection, key));
      INSERT INTO collections VALUES ('things');
      PRAGMA user_version = 1;`);
    const row = old.prepare(`INSERT INTO documents VALUES ('things', ?, ?, ?)`);
    const text = '{"_id":"a","n":{"$numberInt":"1"}}';
    row.run('"a"', formerChecksum(text), text);
    old.close();
    const byNumber = [
      { name: 'things', indexes: [{ name: 'n_1', keys: [{ field: 'n', order: 1 as const }] }] },
    ];
    for (const database of [await start(byNumber)]) {
      expect(await foundBy(database, '{"n":1}')).toEqual([1, 'n_1']);
      await database.close();
    }
    await expect(start(byNumber)).resolves.toBeDefined();
  });

  it('[CDU-3] of an older format is refused when it was damaged', async () => {
    const old = new Libsql(at.file);
    old.exec(`CREATE TABLE documents (collection TEXT NOT NULL, key TEXT NOT NULL, checksum INTEGER NOT NULL,
        document TEXT NOT NULL, PRIMARY KEY (collection, key));
      INSERT INTO documents VALUES ('things', '"a"', 1, '{"_id":"a"}');
      PRAGMA user_version = 1;`);
    old.close();
    await expect(start()).rejects.toThrow('document "a" of things is not what was written');
  });

  it('[CDU-3] is refused when it belongs to something else', async () => {
    const other = new Libsql(at.file);
    other.exec('CREATE TABLE alien (n INTEGER)');
    other.close();
    await expect(start()).rejects.toThrow('the file of something else');
  });

  it('takes up indexes that are declared later, and forgets those that no longer are', async () => {
    const index = (name: string, field: string) => ({ name, keys: [{ field, order: 1 as const }] });
    const first = await start([{ name: 'things', indexes: [index('by', 'n')] }]);
    await insert(first, { _id: 'a', n: 1, m: 2 }, { _id: 'b', n: 2, m: 2 });
    await first.close();
    const second = await start([{ name: 'things', indexes: [index('by', 'm'), index('also', 'n')] }]);
    expect(await foundBy(second, '{"m":2}')).toEqual([2, 'by']);
    expect(await foundBy(second, '{"n":2}')).toEqual([1, 'also']);
    await second.close();
    const third = await start();
    expect(await foundBy(third, '{"m":2}')).toEqual([2, undefined]);
  });

  it('is refused when its documents break a unique index that was declared later', async () => {
    const database = await start();
    await insert(database, { _id: 'a', n: 1 }, { _id: 'b', n: 1 });
    await database.close();
    const unique = [
      { name: 'things', indexes: [{ name: 'n_1', keys: [{ field: 'n', order: 1 as const }], unique: true }] },
    ];
    await expect(start(unique)).rejects.toThrow('two documents for unique index n_1');
    await expect(start()).resolves.toBeDefined();
  });
});
