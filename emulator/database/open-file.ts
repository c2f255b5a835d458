import Libsql from 'libsql';
import { documentSum, formerChecksum } from './checksum';
import { damagedCopy, forgetMending, mendFile, mendingIsDue } from './mend-file';

/** Pages of the file kept in memory, in KiB. */
const PAGE_CACHE_KIB = 16 * 1024;

/** Of the file. In format 1 rows had another checksum and there were no indexes: it is brought up to date when opened. */
const FORMAT = 2;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS documents (
    collection TEXT NOT NULL,
    key TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (collection, key)
  );
  CREATE TABLE IF NOT EXISTS indexes (
    id INTEGER PRIMARY KEY,
    collection TEXT NOT NULL,
    name TEXT NOT NULL,
    declared TEXT NOT NULL,
    multikey INTEGER NOT NULL,
    entries INTEGER NOT NULL,
    digest INTEGER NOT NULL,
    UNIQUE (collection, name)
  );
  CREATE TABLE IF NOT EXISTS entries (
    place INTEGER NOT NULL,
    slot TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (place, slot, key)
  ) WITHOUT ROWID;`;

/**
 * Opens or creates the file with its tables. Damage that leaves the documents whole is mended, and told to `say`. Throws when
 * documents are damaged, when it is of another format, or in use by another process.
 */
export function openFile(file: string, say: (text: string) => void): Libsql.Database {
  let db = new Libsql(file);
  try {
    // One process at a time: two with their own memory would overwrite each other.
    prepare(db);
    // What was said of a file does not hold for the new one that stands in its place.
    if (pragma(db, 'user_version') === 0) forgetMending(file);
    const damage = damageOf(db) ?? (mendingIsDue(file) ? 'found while it was in use' : undefined);
    if (damage !== undefined) {
      mend(db, file, damage, say);
      db = new Libsql(file);
      prepare(db);
    }
    bringUpToDate(db);
    return db;
  } catch (error) {
    release(db);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The database file ${file} cannot be used: ${reason}`, { cause: error });
  }
}

function mend(db: Libsql.Database, file: string, damage: string, say: (text: string) => void): void {
  if (pragma(db, 'user_version') !== FORMAT) throw new Error(`integrity check: ${damage}`);
  try {
    const schema = `${SCHEMA} PRAGMA user_version = ${FORMAT}`;
    const count = mendFile(db, file, schema, () => release(db));
    const kept = `the damaged one is kept as ${damagedCopy(file)}`;
    say(`${file} was damaged beside its documents (${damage}): made anew from all ${count} of them, ${kept}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`integrity check: ${damage}; ${reason}`, { cause: error });
  }
}

function prepare(db: Libsql.Database): void {
  db.exec('PRAGMA locking_mode = EXCLUSIVE');
  db.exec('PRAGMA journal_mode = WAL');
  db.exec('PRAGMA synchronous = FULL');
  // What is removed is overwritten: whoever has the file finds nothing of it in pages that are free.
  db.exec('PRAGMA secure_delete = ON');
  db.exec(`PRAGMA cache_size = -${PAGE_CACHE_KIB}`);
}

/** The first thing that SQLite finds wrong with its pages; undefined when nothing. */
function damageOf(db: Libsql.Database): string | undefined {
  try {
    const damage = pragma(db, 'quick_check(1)');
    return damage === 'ok' ? undefined : String(damage).split('\n').slice(0, 2).join(' ');
  } catch (error) {
    if (isCorrupt(error)) return (error as Error).message;
    throw error;
  }
}

function bringUpToDate(db: Libsql.Database): void {
  const format = pragma(db, 'user_version');
  if (format === 0 && db.prepare('SELECT 1 FROM sqlite_master').get())
    throw new Error('it is the file of something else');
  if (format !== 0 && format !== 1 && format !== FORMAT)
    throw new Error(`format ${String(format)} is not known`);
  db.exec('BEGIN');
  db.exec(SCHEMA);
  if (format === 1) sumAnew(db);
  db.exec(`PRAGMA user_version = ${FORMAT}`);
  db.exec('COMMIT');
}

/** One row at a time: together they may be larger than the memory. */
function sumAnew(db: Libsql.Database): void {
  const put = db.prepare('UPDATE documents SET checksum = ? WHERE rowid = ?');
  const next = db
    .prepare(
      `SELECT rowid, checksum, collection, key, document FROM documents NOT INDEXED
       WHERE rowid > ? ORDER BY rowid LIMIT 1`,
    )
    .raw();
  for (let row = next.get(0); row !== undefined; ) {
    const [rowid, sum, collection, key, document] = row as [number, number, string, string, string];
    if (formerChecksum(document) !== sum)
      throw new Error(`document ${key} of ${collection} is not what was written`);
    put.run(documentSum(collection, key, document), rowid);
    row = next.get(rowid);
  }
}

/** Closes at once: libsql keeps the file locked until its statements are collected, unless the lock is given up before. */
export function release(db: Libsql.Database): void {
  if (!db.open) return;
  for (const step of ['journal_mode = DELETE', 'locking_mode = NORMAL', 'user_version']) {
    try {
      pragma(db, step);
    } catch {
      // A damaged file, or a disk too full for what is in the log: the log stays and is read at the next start. In the second
      // case SQLite keeps the lock until the process ends.
    }
  }
  db.close();
}

/**
 * True for the errors by which SQLite says that a page is not as it left it. A broken constraint is one: what is written was
 * looked up before, so that the trees contradict each other.
 */
export function isCorrupt(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^SQLITE_(CORRUPT|CONSTRAINT_(UNIQUE|PRIMARYKEY|ROWID))/.test(code);
}

function pragma(db: Libsql.Database, name: string): unknown {
  const row = db.prepare(`PRAGMA ${name}`).get();
  return Object.values(row as Record<string, unknown>)[0];
}
