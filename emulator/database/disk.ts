import type Libsql from 'libsql';
import { askForMending } from './mend-file';
import { isCorrupt, openFile, release } from './open-file';

export type Row = unknown[];

/** How long after a removal what was removed may still stand in the log beside the file. */
const FORGET_MS = 1000;

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
  #forgetting: NodeJS.Timeout | undefined;

  /**
   * Opens or creates the file; `say` is told what was mended. Throws when documents in it are damaged, when it is of another
   * format, or in use by another process.
   */
  constructor(
    readonly file: string,
    readonly say: (text: string) => void = () => undefined,
  ) {
    this.#db = openFile(file, say);
    // A process that was killed may have removed something a moment before, and left it in the log.
    this.forgetSoon();
  }

  /** A statement that reads rows as arrays of their columns. */
  reading(sql: string): { all(...values: unknown[]): Row[]; get(...values: unknown[]): Row | undefined } {
    const statement = this.#db.prepare(sql).raw();
    const open = <T>(read: () => T): T => {
      this.#assertOpen();
      try {
        return read();
      } catch (error) {
        throw isCorrupt(error) ? this.damaged('one of its pages') : error;
      }
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

  /**
   * To be called with each removal: a moment later the log, in which every former state of a page stands, is written into the file and
   * emptied. Several removals share one time.
   */
  forgetSoon(): void {
    this.#forgetting ??= setTimeout(() => {
      this.#forgetting = undefined;
      this.#emptyLog();
    }, FORGET_MS).unref();
  }

  /** Resolves when everything written so far is on disk. Rejects when a write ever failed. */
  async settled(): Promise<void> {
    if (this.#failure) throw this.#failure;
    await this.#flush;
  }

  /** What to throw when a part of the file is not what was written: from then on nothing is answered. */
  damaged(part: string): Error {
    askForMending(this.file);
    // A commit may be half written: nothing of this turn may stay.
    const text = `${this.file} is damaged: ${part} is not what was written; at the next start what can be made again is`;
    return this.#fail(new Error(text));
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

  #emptyLog(): void {
    if (this.#closed || this.#failure) return;
    try {
      this.commit();
      this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // A disk too full for it: the next removal tries again, and closing empties the log as well.
    }
  }

  #release(): void {
    this.#closed = true;
    clearTimeout(this.#forgetting);
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
      if (isCorrupt(error)) throw this.damaged('one of its pages');
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
