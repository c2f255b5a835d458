import { copyFileSync, existsSync, linkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Libsql from 'libsql';
import { syncFolderNow } from '../durable-file';
import { documentSum } from './checksum';
import { textOf } from './stored-text';

/** A file beside the database that asks for a mending at the next start. */
const asked = (file: string) => `${file}.mend`;
/** Where the damaged file is kept when another has taken its place. */
export const damagedCopy = (file: string) => `${file}.damaged`;

/** Whether damage was met while the file was in use. */
export function mendingIsDue(file: string): boolean {
  return existsSync(asked(file));
}

export function forgetMending(file: string): void {
  rmSync(asked(file), { force: true });
}

/** Has the next start mend the file. */
export function askForMending(file: string): void {
  try {
    writeFileSync(asked(file), '');
  } catch {
    // On a full disk nobody can leave word; whoever meets the damage again will try again.
  }
}

/**
 * Puts a file with the same collections and documents in the place of one that is damaged elsewhere; its indexes are made again
 * from them, the damaged file is kept beside it. Answers how many documents there are. Throws, and changes nothing, unless each
 * document is what was written and as many are there as the second tree, that of their keys, knows of.
 *
 * @param schema makes the tables of the new file
 * @param close closes the damaged file, before the new one takes its name
 */
export function mendFile(db: Libsql.Database, file: string, schema: string, close: () => void): number {
  // What is in the log now would otherwise be applied to the new file.
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const draft = `${file}.mended`;
  for (const rest of ['', '-journal']) rmSync(draft + rest, { force: true });
  const fresh = new Libsql(draft);
  try {
    fresh.exec('PRAGMA synchronous = FULL');
    fresh.exec('BEGIN');
    fresh.exec(schema);
    copyCollections(db, fresh);
    const count = copyDocuments(db, fresh);
    assertNoneLost(db, count);
    fresh.exec('COMMIT');
    fresh.close();
    close();
    keep(file, damagedCopy(file));
    renameSync(draft, file);
    syncFolderNow(path.dirname(path.resolve(file)));
    forgetMending(file);
    return count;
  } catch (error) {
    if (fresh.open) fresh.close();
    rmSync(draft, { force: true });
    throw error;
  }
}

/** A pointer that leads nowhere can hide any number of documents; only their keys tell. */
function assertNoneLost(db: Libsql.Database, count: number): void {
  const sql = 'SELECT count(*) FROM documents INDEXED BY sqlite_autoindex_documents_1';
  const [keys] = db.prepare(sql).raw().get() as [number];
  if (keys !== count) throw new Error(`${count} documents have ${keys} keys`);
}

function keep(file: string, copy: string): void {
  rmSync(copy, { force: true });
  try {
    linkSync(file, copy);
  } catch {
    // Not every file system has links.
    copyFileSync(file, copy);
  }
}

function copyCollections(from: Libsql.Database, to: Libsql.Database): void {
  const put = to.prepare('INSERT INTO collections (name) VALUES (?)');
  for (const row of from.prepare('SELECT CAST(name AS BLOB) FROM collections').raw().all())
    put.run(textOf((row as unknown[])[0]));
}

/** One row at a time: together they may be larger than the memory. */
function copyDocuments(from: Libsql.Database, to: Libsql.Database): number {
  const next = from
    .prepare(
      `SELECT rowid, checksum, CAST(collection AS BLOB), CAST(key AS BLOB), CAST(document AS BLOB)
       FROM documents NOT INDEXED WHERE rowid > ? ORDER BY rowid LIMIT 1`,
    )
    .raw();
  const put = to.prepare(
    'INSERT INTO documents (rowid, checksum, collection, key, document) VALUES (?, ?, ?, ?, ?)',
  );
  let count = 0;
  for (let row = next.get(0); row !== undefined; count += 1) {
    const [rowid, sum, ...bytes] = row as [number, number, ...unknown[]];
    const [collection = '', key = '', document = ''] = bytes.map(textOf);
    if (documentSum(collection, key, document) !== sum)
      throw new Error(`document ${key} of ${collection} is not what was written`);
    put.run(rowid, sum, collection, key, document);
    row = next.get(rowid);
  }
  return count;
}
