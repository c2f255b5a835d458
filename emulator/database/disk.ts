import Libsql from 'libsql';
import { StoredDocument } from './stored';

/** One document's new version, or its removal. */
export interface Change {
  collection: string;
  key: string;
  document: StoredDocument | undefined;
}

interface Row {
  collection: string;
  key: string;
  checksum: number;
  document: string;
}

const FORMAT = 1;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS documents (
    collection TEXT NOT NULL,
    key TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (collection, key)
  );`;

/**
 * The SQLite file. Commits are written in the order they are handed in; those of one turn of the event loop share one SQL
 * transaction and so one sync to disk. After a failed write nothing more is accepted: memory and file would differ.
 */
export class Disk {
  readonly #db: Libsql.Database;
  readonly #put: Libsql.Statement<unknown[]>;
  readonly #delete: Libsql.Statement<unknown[]>;
  #waiting: Change[] = [];
  #flush: Promise<void> | undefined;
  #failure: Error | undefined;

  /** Opens or creates the file. Throws when it is damaged, of another format, or in use by another process. */
  constructor(readonly file: string) {
    this.#db = openFile(file);
    this.#put = this.#db.prepare(
      `INSERT INTO documents (collection, key, checksum, document) VALUES (?, ?, ?, ?)
       ON CONFLICT (collection, key) DO UPDATE
       SET checksum = excluded.checksum, document = excluded.document`,
    );
    this.#delete = this.#db.prepare('DELETE FROM documents WHERE collection = ? AND key = ?');
  }

  /** Names of the collections that were ever created. */
  collections(): string[] {
    return this.#db
      .prepare('SELECT name FROM collections ORDER BY name')
      .all()
      .map((row) => (row as { name: string }).name);
  }

  /** Makes a collection known; durable when it returns. */
  addCollection(name: string): void {
    this.#db.prepare('INSERT OR IGNORE INTO collections (name) VALUES (?)').run(name);
  }

  /** Every document in its natural order: a row keeps its rowid while its document changes. Throws when a row is not what was written. */
  *documents(): Generator<{ collection: string; document: StoredDocument }> {
    for (const row of this.#db.prepare('SELECT * FROM documents ORDER BY rowid').iterate() as Iterable<Row>) {
      if (checksum(row.document) !== row.checksum) {
        throw new Error(
          `${this.file} is damaged: document ${row.key} of ${row.collection} is not what was written`,
        );
      }
      yield { collection: row.collection, document: new StoredDocument(row.key, row.document) };
    }
  }

  /** Hands in one commit; resolves when it is synced to disk. */
  persist(changes: Change[]): Promise<void> {
    this.#waiting.push(...changes);
    this.#flush ??= new Promise((resolve, reject) => {
      setImmediate(() => {
        this.#flush = undefined;
        try {
          this.#write(this.#waiting.splice(0));
          resolve();
        } catch (error) {
          this.#failure = error instanceof Error ? error : new Error(String(error));
          reject(this.#failure);
        }
      });
    });
    return this.#flush;
  }

  /** Resolves when everything handed in so far is on disk. Rejects when a write ever failed. */
  async settled(): Promise<void> {
    if (this.#failure) throw this.#failure;
    await this.#flush;
  }

  async close(): Promise<void> {
    await this.#flush?.catch(() => undefined);
    release(this.#db);
  }

  #write(changes: Change[]): void {
    if (this.#failure) throw this.#failure;
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      for (const { collection, key, document } of changes) {
        if (document) this.#put.run(collection, key, checksum(document.text), document.text);
        else this.#delete.run(collection, key);
      }
      this.#db.exec('COMMIT');
    } catch (error) {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }
}

function openFile(file: string): Libsql.Database {
  const db = new Libsql(file);
  try {
    // One process at a time: two with their own memory would overwrite each other.
    db.exec('PRAGMA locking_mode = EXCLUSIVE');
    db.exec('PRAGMA journal_mode = WAL');
    db.exec('PRAGMA synchronous = FULL');
    const damage = pragma(db, 'quick_check');
    if (damage !== 'ok') throw new Error(`integrity check: ${String(damage)}`);
    const format = pragma(db, 'user_version');
    if (format !== 0 && format !== FORMAT) throw new Error(`format ${String(format)} is not known`);
    db.exec(SCHEMA);
    db.exec(`PRAGMA user_version = ${FORMAT}`);
    return db;
  } catch (error) {
    release(db);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The database file ${file} cannot be used: ${reason}`, { cause: error });
  }
}

/** Closes at once: libsql keeps the file locked until its statements are collected, unless the lock is given up before. */
function release(db: Libsql.Database): void {
  try {
    db.exec('PRAGMA journal_mode = DELETE');
    db.exec('PRAGMA locking_mode = NORMAL');
    pragma(db, 'user_version');
  } catch {
    // A damaged file or a full disk: the log stays beside it and is read at the next start.
  }
  db.close();
}

function pragma(db: Libsql.Database, name: string): unknown {
  const row = db.prepare(`PRAGMA ${name}`).get();
  return Object.values(row as Record<string, unknown>)[0];
}

/** FNV-1a over UTF-16 units: SQLite itself does not notice changed bytes inside a row. */
function checksum(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
