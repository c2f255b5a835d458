import { copyFileSync, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { until } from '../../support/until';
import { databaseFile, insert } from '../support/database-file';

const { at, start } = databaseFile();

const inFiles = async (text: string) => {
  const files = [at.file, `${at.file}-wal`].filter((file) => existsSync(file));
  const bytes = await Promise.all(files.map((file) => readFile(file)));
  return bytes.some((one) => one.includes(text));
};

it('a removed document is gone from the file and from the log beside it a moment later, and others stay', async () => {
  const database = await start();
  const rows = Array.from({ length: 200 }, (_, n) => ({
    _id: `row-${n}`,
    text: `${n % 2 ? 'KEPT' : 'GONE'}-${n}-`,
  }));
  await insert(database, ...rows);
  expect(await inFiles('GONE-100-')).toBe(true);
  for (let n = 0; n < 200; n += 2) {
    const query = JSON.stringify({ _id: `row-${n}` });
    await database.handle({
      action: 'database.removeDocument',
      collectionName: 'things',
      query,
      multi: false,
    });
  }
  await until(
    async () => !(await inFiles('GONE-')),
    () => 'a removed document still stands in the files',
  );
  expect(await inFiles('KEPT-101-')).toBe(true);
  await database.close();
  expect(await inFiles('GONE-')).toBe(false);
});

it('a document that was removed right before the process was killed is gone from the log a moment after the next start', async () => {
  const database = await start();
  await insert(database, { _id: 'row', text: 'GONE-AT-LAST' });
  await database.handle({
    action: 'database.removeDocument',
    collectionName: 'things',
    query: JSON.stringify({ _id: 'row' }),
    multi: false,
  });
  // What a killed process leaves: the files as they are before the log is emptied.
  const left = `${at.file}.left`;
  for (const rest of ['', '-wal']) copyFileSync(at.file + rest, left + rest);
  at.file = left;
  expect(await inFiles('GONE-AT-LAST')).toBe(true);
  await start();
  await until(
    async () => !(await inFiles('GONE-AT-LAST')),
    () => 'a removed document still stands in the log',
  );
});
