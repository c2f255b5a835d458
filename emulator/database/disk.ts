import Libsql from 'libsql';
import { documentSum, formerChecksum } from './checksum';

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

export type Row = unknown[];

/**
 * The SQLite file. What is written in one turn of the event loop shares one SQL transaction, and so one sync to disk: readers
 * see it at once, and are answered when it is on disk. After a failed write nothing more is accepted or answered.
 */
export class Disk {
  readonly #db: Libsql.Database;
  #flush: Promise<void> | undefined;
  #failure: Error | undefined;
  #closed = false;
  readonly #beforeCommit = new Set<() => void>();

  /** Opens or creates the file. Throws when it is damaged, of another format, or in use by another process. */
  constructor(readonly file: string) {
    this.#db = openFile(file);
  }

  /** A statement that reads rows as arrays of their columns. */
  reading(sql: string): { all(...values: unknown[]): Row[]; get(...values: unknown[]): Row | undefined } {
    const statement = this.#db.prepare(sql).raw();
    const open = <T>(read: () => T): T => {
      this.#assertOpen();
      return read();
    };
    return {
      all: (...values) => open(() => statement.all(...values) as Row[]),
      get: (...values) => open(() => statement.get(...values) as Row | undefined),
    };
  }

  /** A statement that writes, within the SQL transaction of this turn. */
  writing(sql: string): (...values: unknown[]) => void {
    const statement = this.#db.prepare(sql);
    return (...values) => {
      this.#begin();
      this.#guarded(() => statement.run(...values));
    };
  }

  /** Runs `work` right before the next commit: for what is written once a turn, however often it changes. */
  beforeCommit(work: () => void): void {
    this.#beforeCommit.add(work);
  }

  /** Resolves when everything written so far is on disk. Rejects when a write ever failed. */
  async settled(): Promise<void> {
    if (this.#failure) throw this.#failure;
    await this.#flush;
  }

  /** What to throw when a part of the file is not what was written: from then on nothing is answered. */
  damaged(part: string): Error {
    // A commit may be half written: nothing of this turn may stay.
    return this.#fail(new Error(`${this.file} is damaged: ${part} is not what was written`));
  }

  /** Commits what is waiting, at once. Throws when it cannot be written. */
  commit(): void {
    if (this.#closed || this.#failure || !this.#db.inTransaction) return;
    this.#guarded(() => {
      for (const work of this.#beforeCommit) work();
      this.#beforeCommit.clear();
      this.#db.exec('COMMIT');
    });
  }

  /** Copies the whole file, as of now, into a new one. Blocks meanwhile. Rejects when `file` exists. */
  async snapshot(file: string): Promise<void> {
    await this.settled();
    this.commit();
    this.#db.prepare('VACUUM INTO ?').run(file);
  }

  /** Closes without what was written since the last commit. */
  abandon(): void {
    if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
    this.#release();
  }

  async close(): Promise<void> {
    try {
      this.commit();
    } catch {
      // Told to whoever waits for it.
    }
    this.#release();
  }

  #release(): void {
    this.#closed = true;
    release(this.#db);
  }

  #assertOpen(): void {
    if (this.#closed) throw new Error(`${this.file} is closed`);
  }

  #begin(): void {
    this.#assertOpen();
    if (this.#failure) throw this.#failure;
    if (this.#db.inTransaction) return;
    this.#guarded(() => this.#db.exec('BEGIN IMMEDIATE'));
    this.#flush = new Promise((resolve, reject) => {
      setImmediate(() => {
        this.#flush = undefined;
        try {
          this.commit();
          if (this.#failure) throw this.#failure;
          resolve();
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
    // Whoever waits for it is told; nobody may be waiting.
    this.#flush.catch(() => undefined);
  }

  #guarded(write: () => void): void {
    try {
      write();
    } catch (error) {
      throw this.#fail(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** Takes back what this turn has written; from now on nothing is written or answered. */
  #fail(error: Error): Error {
    this.#failure ??= error;
    if (!this.#closed && this.#db.inTransaction) this.#db.exec('ROLLBACK');
    return this.#failure;
  }
}

function openFile(file: string): Libsql.Database {
  const db = new Libsql(file);
  try {
    // One process at a time: two with their own memory would overwrite each other.
    db.exec('PRAGMA locking_mode = EXCLUSIVE');
    db.exec('PRAGMA journal_mode = WAL');
    db.exec('PRAGMA synchronous = FULL');
    db.exec(`PRAGMA cache_size = -${PAGE_CACHE_KIB}`);
    const damage = pragma(db, 'quick_check');
    if (damage !== 'ok') throw new Error(`integrity check: ${String(damage)}`);
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
    return db;
  } catch (error) {
    release(db);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The database file ${file} cannot be used: ${reason}`, { cause: error });
  }
}

function sumAnew(db: Libsql.Database): void {
  const put = db.prepare('UPDATE documents SET checksum = ? WHERE rowid = ?');
  for (const row of db
    .prepare('SELECT rowid, checksum, collection, key, document FROM documents')
    .raw()
    .all()) {
    const [rowid, sum, collection, key, document] = row as [number, number, string, string, string];
    if (formerChecksum(document) !== sum)
      throw new Error(`document ${key} of ${collection} is not what was written`);
    put.run(documentSum(collection, key, document), rowid);
  }
}

/** Closes at once: libsql keeps the file locked until its statements are collected, unless the lock is given up before. */
function release(db: Libsql.Database): void {
  for (const step of ['journal_mode = DELETE', 'locking_mode = NORMAL', 'user_version']) {
    try {
      pragma(db, step);
    } catch {
      // A damaged file or a full disk: the log stays beside it and is read at the next start; the lock is given up all the same.
    }
  }
  db.close();
}

function pragma(db: Libsql.Database, name: string): unknown {
  const row = db.prepare(`PRAGMA ${name}`).get();
  return Object.values(row as Record<string, unknown>)[0];
}
