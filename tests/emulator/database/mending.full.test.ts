import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../emulator/database';
import { checksum } from '../../../emulator/database/checksum';
import { Disk } from '../../../emulator/database/disk';
import { DocumentTable } from '../../../emulator/database/document-table';
import { component } from '../../../emulator/database/slots';
import { databaseFile, insert, query } from '../support/database-file';

const { at, byHand, start } = databaseFile();

const PAGE = 4096;
const COUNT = 600;
const key = (field: string) => [{ field, order: 1 as const }];
const collections = [
  {
    name: 'things',
    indexes: [
      { name: 'n_1', keys: key('n') },
      { name: 'tags_1', keys: key('tags') },
      { name: 'once', keys: key('once'), unique: true },
    ],
  },
];

/** Documents with arrays, in a natural order that is not that of their ids. */
async function fill(): Promise<void> {
  const database = await start(collections);
  const documents = Array.from({ length: COUNT }, (_, n) => ({
    _id: `k${(n * 7) % COUNT}`,
    ...{ n: n % 50, tags: [`t${n % 10}`, `u${n % 7}`], once: n, text: 'x'.repeat(200) },
  }));
  await insert(database, ...documents);
  await database.close();
}

const QUERIES = [
  '{"_id":"k9"}',
  '{"n":7}',
  '{"n":{"$gt":3,"$lt":6}}',
  '{"tags":{"$gt":"t8","$lt":"t1"}}',
  '{}',
];

/** Everything that can be asked, by each index and without. */
async function answers(database: Database): Promise<unknown[]> {
  const told = [];
  for (const condition of QUERIES) {
    const answer = await database.handle({ ...query(condition), limit: 1000 });
    told.push('data' in answer ? answer.data : answer);
  }
  const again = await insert(database, { _id: 'new', once: 5 });
  return [...told, 'code' in again ? again.code : again, database.stats()];
}

/** The answers of the sound file. */
async function expected(): Promise<unknown[]> {
  const sound = await start(collections);
  const told = await answers(sound);
  await sound.close();
  expect(told[0]).toHaveProperty('total', 1);
  expect(told[2]).toHaveProperty('total', (COUNT / 50) * 2);
  expect(told.slice(-2)).toEqual(['DATABASE_REQUEST_FAILED', { things: COUNT }]);
  return told;
}

/** Numbers of the pages of a tree, its root first. */
const pagesOf = (name: string) =>
  byHand(`SELECT pageno FROM dbstat WHERE name = '${name}' ORDER BY path`).map(([page]) => Number(page));

const spanOf = (page: number): [from: number, to: number] => [(page - 1) * PAGE, page * PAGE];

function overwrite(page: number, content: number): void {
  const bytes = readFileSync(at.file);
  bytes.fill(content, ...spanOf(page));
  writeFileSync(at.file, bytes);
}

/** Changes a text on all pages of a tree, byte by byte: those that rows were moved from still hold it too. */
function replaceIn(tree: string, from: string | RegExp, to: string): void {
  const bytes = readFileSync(at.file);
  for (const page of pagesOf(tree).map(spanOf)) {
    const changed = bytes
      .subarray(...page)
      .toString('latin1')
      .replaceAll(from, to);
    bytes.write(changed, page[0], 'latin1');
  }
  writeFileSync(at.file, bytes);
}

async function expectKeysMended(before: unknown[]): Promise<void> {
  const lines: string[] = [];
  const mended = await start(collections, (line) => lines.push(line));
  expect(await answers(mended)).toEqual(before);
  expect(lines).toEqual([expect.stringContaining('the keys of documents were damaged')]);
}

/** Takes a document out of its tree, and leaves its key in the other one. */
function loseOne(): void {
  const keys = 'sqlite_autoindex_documents_1';
  byHand(
    'CREATE TABLE spare (collection TEXT, key TEXT, checksum INTEGER, document TEXT, PRIMARY KEY (collection, key))',
    'INSERT INTO spare SELECT * FROM documents',
    `DELETE FROM documents WHERE key = '"k9"'`,
    'PRAGMA writable_schema = 1',
    `UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_spare_1')
     WHERE name = '${keys}'`,
    `DELETE FROM sqlite_schema WHERE tbl_name = 'spare'`,
  );
}

describe('a file whose documents are whole', () => {
  it.each([
    ['a page of the entries', 'entries', 1, 0],
    ['the root of the entries', 'entries', 0, 0xee],
    ['the list of indexes', 'indexes', 0, 0],
  ])('[CDU-3] is made anew at the start when %s is damaged', async (_, tree, which, content) => {
    await fill();
    const before = await expected();
    const pages = pagesOf(tree);
    overwrite(pages[which] ?? 0, content);
    const lines: string[] = [];
    const mended = await start(collections, (line) => lines.push(line));
    expect(lines).toEqual([expect.stringContaining(`made anew from all ${COUNT}`)]);
    expect(lines[0]).toContain(`kept as ${at.file}.damaged`);
    expect(readFileSync(`${at.file}.damaged`).subarray(...spanOf(pages[which] ?? 0))).toEqual(
      Buffer.alloc(PAGE, content),
    );
    expect(await answers(mended)).toEqual(before);
    await mended.close();
    const again = await start(collections, (line) => lines.push(line));
    expect(await answers(again)).toEqual(before);
    expect(lines).toHaveLength(1);
  });

  it.each([
    ['an entry', () => replaceIn('entries', '4t8\u0001', '4t7\u0001')],
    ['an entry is gone', () => byHand(`DELETE FROM entries WHERE slot LIKE '4t8%' AND key = '"k56"'`)],
    ['the last entries', () => replaceIn('entries', '"t9","u6"]', '"t9","u\xf5"]')],
    ['the digest', () => byHand('UPDATE indexes SET digest = digest + 1')],
    ['what says that it holds arrays', () => byHand('UPDATE indexes SET multikey = 0')],
  ])('[CDU-3] makes an index anew before its first use when it was changed: %s', async (_, change) => {
    await fill();
    const before = await expected();
    change();
    const lines: string[] = [];
    const mended = await start(collections, (line) => lines.push(line));
    expect(await answers(mended)).toEqual(before);
    expect(lines.join()).toContain('index tags_1 was damaged and is made anew');
    await mended.close();
    const again = await start(collections);
    expect(await answers(again)).toEqual(before);
  });

  it('[CDU-3] is made anew at the next start when the entries contradict each other', async () => {
    await fill();
    const before = await expected();
    // In the wrong place of its tree: it cannot even be taken out.
    replaceIn('entries', '4t8\u0001', '4t\xf5\u0001');
    const broken = await start(collections);
    expect(await broken.handle(query('{"tags":"t1"}'))).toMatchObject({ code: 'SYS_ERR' });
    await broken.close();
    const mended = await start(collections);
    expect(await answers(mended)).toEqual(before);
    expect(existsSync(`${at.file}.mend`)).toBe(false);
  });

  it('[CDU-3] finds all of them when the tree of their keys was changed', async () => {
    await fill();
    const before = await expected();
    replaceIn('sqlite_autoindex_documents_1', 'things"k9"', 'things"j9"');
    await expectKeysMended(before);
  });

  it('[CDU-3] gives no document for another when a key leads to the wrong row', async () => {
    await fill();
    const before = await expected();
    // The number of the row follows the key.
    replaceIn('sqlite_autoindex_documents_1', /things"k9"./gs, 'things"k9"\u0005');
    await expectKeysMended(before);
  });
});

describe('a file whose documents are damaged', () => {
  it.each([
    ['a page of them', () => overwrite(pagesOf('documents')[2] ?? 0, 0)],
    [
      'a byte of one, besides a page of the entries',
      () => {
        overwrite(pagesOf('entries')[1] ?? 0, 0);
        replaceIn('documents', 'xxxx', 'xxyx');
      },
    ],
    ['one is gone that has a key', () => loseOne()],
    // Where the tree of documents has lost a branch as well, only the keys could tell.
    ['a page of the keys', () => overwrite(pagesOf('sqlite_autoindex_documents_1')[1] ?? 0, 0xee)],
    ['a byte of one is none of UTF-8', () => replaceIn('documents', 'xxxx', 'xx\xf5x')],
    ['a byte of an id is none of UTF-8', () => replaceIn('documents', '"k9"', '"k\xf5"')],
  ])('[CDU-3] is refused: %s', async (_, change) => {
    await fill();
    change();
    await expect(start(collections)).rejects.toThrow(/cannot be used: integrity check|is damaged: document/);
    expect(existsSync(`${at.file}.mended`)).toBe(false);
    await expect(start(collections)).rejects.toThrow('cannot be used');
  });
});

describe('an index that is damaged while it is in use', () => {
  it('[CDU-3] is named, and made anew at the next start', async () => {
    await fill();
    const before = await expected();
    const slot = component(7);
    const sum = checksum(`${slot}\u0002\u0002"ghost"`);
    byHand(`INSERT INTO entries SELECT id, '${slot}', '"ghost"' FROM indexes WHERE name = 'n_1'`);
    byHand(
      `UPDATE indexes SET entries = entries + 1, digest = (digest + ${sum}) % 4294967296 WHERE name = 'n_1'`,
    );
    const database = await start(collections);
    const failure = {
      code: 'SYS_ERR',
      message: expect.stringMatching(
        /index n_1, which leads to document "ghost".* at the next start/,
      ) as string,
    };
    expect(await database.handle(query('{"n":7}'))).toMatchObject(failure);
    expect(await database.handle(query('{"_id":"k9"}'))).toMatchObject(failure);
    await database.close();
    // A disk that changed an entry after it was read would have left the digest as it was.
    byHand(`UPDATE indexes SET digest = (digest + 4294967296 - ${sum}) % 4294967296 WHERE name = 'n_1'`);
    const again = await start(collections);
    expect(await answers(again)).toEqual(before);
  });
});

describe('a document that is damaged while the file is open', () => {
  it('[CDU-3] is named, not given out, and nothing is written any more', async () => {
    await fill();
    const disk = new Disk(at.file);
    const documents = new DocumentTable(disk);
    expect(documents.get('things', '"k9"')?.value).toMatchObject({ _id: 'k9' });
    disk.writing(`UPDATE documents SET document = replace(document, 'x', 'y') WHERE key = '"k8"'`)();
    expect(() => documents.get('things', '"k8"')).toThrow('is damaged: document "k8" of things');
    await expect(disk.settled()).rejects.toThrow('document "k8" of things');
    expect(() => documents.remove('things', '"k9"')).toThrow('document "k8" of things');
    await disk.close();
    expect(byHand('SELECT count(*) FROM documents')).toEqual([[COUNT]]);
  });
});
