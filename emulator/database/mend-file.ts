import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import Libsql from 'libsql';
import { syncFolderNow } from '../durable-file';
import { documentSum } from './checksum';

/**
 * Puts a file with the same collections and documents in the place of one that is damaged elsewhere: its indexes are made again
 * from them. Answers how many documents there are. Throws, and changes nothing, when the damage reaches the documents.
 *
 * @param schema makes the tables of the new file
 * @param damage what SQLite's check of all pages found
 * @param close closes the damaged file, before the new one takes its name
 */
export function mendFile(
  db: Libsql.Database,
  file: string,
  schema: string,
  damage: string,
  close: () => void,
): number {
  assertDocumentsWhole(db, damage);
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
    assertNoneLost(db, damage, count);
    fresh.exec('COMMIT');
    fresh.close();
    close();
    renameSync(draft, file);
    syncFolderNow(path.dirname(path.resolve(file)));
    return count;
  } catch (error) {
    if (fresh.open) fresh.close();
    rmSync(draft, { force: true });
    throw error;
  }
}

/** The tree of the documents may not be among those that SQLite found damaged. */
function assertDocumentsWhole(db: Libsql.Database, damage: string): void {
  const trees = damagedTrees(damage);
  const known = damage
    .split('\n')
    .every((line) => /^(\*\*\*|Tree \d|Freelist|Page \d+: never used)/.test(line));
  if (!known || trees.has(rootOf(db, 'documents')) || trees.has(rootOf(db, 'collections'))) {
    throw new Error(`integrity check: ${firstOf(damage)}`);
  }
}

/** A second tree holds the keys of all documents: unless it is damaged itself, it tells when some are gone. */
function assertNoneLost(db: Libsql.Database, damage: string, count: number): void {
  const name = 'sqlite_autoindex_documents_1';
  if (damagedTrees(damage).has(rootOf(db, name))) return;
  const [keys] = db.prepare(`SELECT count(*) FROM documents INDEXED BY ${name}`).raw().get() as [number];
  if (keys !== count) throw new Error(`integrity check: ${count} documents have ${keys} keys`);
}

/** What was found first, of what may be as long as the file. */
export function firstOf(damage: string): string {
  return damage.split('\n').slice(0, 2).join(' ');
}

function damagedTrees(damage: string): Set<number> {
  return new Set([...damage.matchAll(/^Tree (\d+) /gm)].map(([, root]) => Number(root)));
}

function rootOf(db: Libsql.Database, name: string): number {
  const row = db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').raw().get(name);
  return (row as [number] | undefined)?.[0] ?? 0;
}

function copyCollections(from: Libsql.Database, to: Libsql.Database): void {
  const put = to.prepare('INSERT INTO collections (name) VALUES (?)');
  for (const row of from.prepare('SELECT name FROM collections').raw().all()) put.run(row);
}

/** One row at a time: together they may be larger than the memory. */
function copyDocuments(from: Libsql.Database, to: Libsql.Database): number {
  const columns = 'rowid, collection, key, checksum, document';
  const next = from
    .prepare(`SELECT ${columns} FROM documents NOT INDEXED WHERE rowid > ? ORDER BY rowid LIMIT 1`)
    .raw();
  const put = to.prepare(`INSERT INTO documents (${columns}) VALUES (?, ?, ?, ?, ?)`);
  let count = 0;
  for (let row = next.get(0); row !== undefined; count += 1) {
    const [rowid, collection, key, sum, document] = row as [number, string, string, number, string];
    if (documentSum(collection, key, document) !== sum)
      throw new Error(`document ${key} of ${collection} is not what was written`);
    put.run(rowid, collection, key, sum, document);
    row = next.get(rowid);
  }
  return count;
}
