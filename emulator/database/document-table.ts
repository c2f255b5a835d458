import { checksums, documentSum, rowsAtOnce } from './checksum';
import { DocumentCache } from './document-cache';
import type { Disk } from './disk';
import { StoredDocument } from './stored';
import { textOf } from './stored-text';

/** Rows that one check reads at a time. */
const CHECKED_AT_ONCE = 1000;

/** The documents of all collections: on disk, and those used last in memory. */
export class DocumentTable {
  readonly #cache = new DocumentCache();
  #keysChecked = false;
  readonly #get;
  readonly #keys;
  readonly #count;
  readonly #insert;
  readonly #update;
  readonly #delete;

  constructor(private readonly disk: Disk) {
    const one = 'WHERE collection = ? AND key = ?';
    this.#get = disk.reading(`SELECT rowid, checksum, document FROM documents ${one}`);
    this.#keys = disk.reading('SELECT key FROM documents WHERE collection = ? ORDER BY rowid');
    this.#count = disk.reading('SELECT count(*) FROM documents WHERE collection = ?');
    this.#insert = disk.writing(
      'INSERT INTO documents (rowid, collection, key, checksum, document) VALUES (?, ?, ?, ?, ?)',
    );
    this.#update = disk.writing(`UPDATE documents SET checksum = ?, document = ? ${one}`);
    this.#delete = disk.writing(`DELETE FROM documents ${one}`);
  }

  /** One document with its place in the natural order. Throws when the row is not what was written. */
  get(collection: string, key: string): StoredDocument | undefined {
    const id = `${collection}\n${key}`;
    const known = this.#cache.get(id);
    if (known) return known;
    const row = this.#get.get(collection, key) as [number, number, string] | undefined;
    if (!row) return this.#mendKeysOnce() ? this.get(collection, key) : undefined;
    const [ordinal, sum, text] = row;
    if (documentSum(collection, key, text) !== sum) {
      // The key may have led to another document's row.
      if (this.#mendKeysOnce()) return this.get(collection, key);
      throw this.#damaged(collection, key);
    }
    const document = new StoredDocument(key, text, undefined, ordinal);
    this.#cache.put(id, document);
    return document;
  }

  /** Keys of a collection's documents in their natural order. */
  keys(collection: string): string[] {
    this.#mendKeysOnce();
    return this.#keys.all(collection).map(([key]) => key as string);
  }

  /** A collection's documents in their natural order. */
  *all(collection: string): Generator<StoredDocument> {
    for (const key of this.keys(collection)) {
      const document = this.get(collection, key);
      if (document) yield document;
    }
  }

  count(collection: string): number {
    this.#mendKeysOnce();
    return this.#count.get(collection)?.[0] as number;
  }

  /** Puts a document at the place `ordinal` of the natural order; `known` when there was one before it at that place. */
  put(collection: string, document: StoredDocument, known: boolean): void {
    const { key, text, ordinal } = document;
    if (known) this.#update(documentSum(collection, key, text), text, collection, key);
    else this.#insert(ordinal, collection, key, documentSum(collection, key, text), text);
    this.#cache.put(`${collection}\n${key}`, document);
  }

  remove(collection: string, key: string): void {
    this.#delete(collection, key);
    this.disk.forgetSoon();
    this.#cache.drop(`${collection}\n${key}`);
  }

  /** The last place that was given, or 0. */
  lastOrdinal(): number {
    return (this.disk.reading('SELECT max(rowid) FROM documents').get()?.[0] as number | null) ?? 0;
  }

  /** Name of a collection that holds documents and was never made. */
  orphan(): string | undefined {
    const orphans = this.disk.reading(
      `SELECT CAST(collection AS BLOB) FROM documents
       WHERE collection NOT IN (SELECT name FROM collections) LIMIT 1`,
    );
    const found = orphans.get();
    const stays = found && this.#mendKeysOnce() ? orphans.get() : found;
    return stays && textOf(stays[0]);
  }

  /**
   * SQLite finds documents by a tree of their keys that no checksum covers. Before the first answer that only this tree gives
   * (nothing is there, these are all) it is compared with the documents. True when it was damaged, and is made anew.
   */
  #mendKeysOnce(): boolean {
    if (this.#keysChecked) return false;
    const isWhole = () => this.disk.reading('PRAGMA integrity_check(documents)').get()?.[0] === 'ok';
    this.#keysChecked = true;
    if (isWhole()) return false;
    const rows = (sql: string) => this.disk.reading(`SELECT count(*) FROM documents ${sql}`).get()?.[0];
    // More keys than documents: it is the documents that are gone.
    if (rows('NOT INDEXED') !== rows('INDEXED BY sqlite_autoindex_documents_1'))
      throw this.disk.damaged('the table of documents');
    this.disk.writing('REINDEX documents')();
    if (!isWhole()) throw this.disk.damaged('the table of documents');
    this.disk.say(`${this.disk.file}: the keys of documents were damaged and are made anew`);
    return true;
  }

  /** Reads every row; throws when one is not what was written. */
  verify(): void {
    // One piece of bytes for many rows: crossing into SQLite once a row would take most of the time.
    const chunk = this.disk.reading(
      `SELECT CAST(group_concat(row, '|') AS BLOB), group_concat(octet_length(row)), group_concat(checksum), max(place)
       FROM (SELECT rowid AS place, checksum, collection || '|' || key || '|' || document AS row
             FROM documents WHERE rowid > ? ORDER BY rowid LIMIT ?)`,
    );
    const [largest] = this.disk.reading('SELECT max(octet_length(document)) FROM documents').get() ?? [];
    const rows = rowsAtOnce(CHECKED_AT_ONCE, largest);
    for (let after = 0; ; ) {
      const [bytes, lengths, written, last] = chunk.get(after, rows) ?? [];
      if (!(bytes instanceof Uint8Array)) return;
      const sums = checksums(bytes, numbersIn(lengths));
      if (sums.join() !== written) {
        const wrong = numbersIn(written).findIndex((sum, row) => sum !== sums[row]);
        throw this.#damaged(...this.#rowAfter(after, wrong));
      }
      after = last as number;
    }
  }

  #rowAfter(rowid: number, skipped: number): [collection: string, key: string] {
    const [collection, key] =
      this.disk
        .reading(
          `SELECT CAST(collection AS BLOB), CAST(key AS BLOB) FROM documents NOT INDEXED
           WHERE rowid > ? ORDER BY rowid LIMIT 1 OFFSET ?`,
        )
        .get(rowid, skipped) ?? [];
    return [textOf(collection), textOf(key)];
  }

  #damaged(collection: string, key: string): Error {
    return this.disk.damaged(`document ${key} of ${collection}`);
  }
}

function numbersIn(list: unknown): number[] {
  return String(list).split(',').map(Number);
}
