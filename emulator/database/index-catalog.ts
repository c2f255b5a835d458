import type { Disk, Row } from './disk';
import type { DocumentTable } from './document-table';
import { EntryStatements, IndexTable } from './index-table';
import type { CollectionSpec } from './index';
import { assertIndexable } from './keys';
import { slotsOf } from './slots';
import { textOf } from './stored-text';
import type { Document } from './value';

/** The indexes of the file: those that are declared are there and whole, others are taken out. */
export class IndexCatalog {
  readonly #statements;
  readonly #known = new Map<string, Row>();

  constructor(
    private readonly disk: Disk,
    private readonly documents: DocumentTable,
  ) {
    this.#statements = new EntryStatements(disk);
    const texts = ['name', 'declared', 'collection'].map((column) => `CAST(${column} AS BLOB)`);
    for (const row of disk
      .reading(`SELECT id, multikey, entries, digest, ${texts.join()} FROM indexes`)
      .all()) {
      const [name, declared, collection] = row.slice(4).map(textOf);
      this.#known.set(`${collection}\n${name}`, [row[0], name, declared, ...row.slice(1, 4)]);
    }
  }

  /** The declared indexes of a collection, made now if they are new. Throws when documents cannot be in one. */
  open({ name: collection, indexes = [] }: CollectionSpec): IndexTable[] {
    // Searches by place look at every document: the index is only asked whether it was declared.
    const flat = indexes.filter(({ keys }) => keys.every(({ order }) => order !== '2dsphere'));
    return flat.map((spec) => {
      const fields = spec.keys.map((key) => key.field);
      const declared = JSON.stringify(spec.unique ? { fields, unique: true } : { fields });
      const id = `${collection}\n${spec.name}`;
      const row = this.#known.get(id);
      this.#known.delete(id);
      if (row?.[2] === declared) return this.#table(collection, row);
      if (row) this.#drop(row);
      return this.#build(collection, spec.name, declared);
    });
  }

  /** Takes out what nobody declares any more. */
  dropOthers(): void {
    for (const row of this.#known.values()) this.#drop(row);
  }

  #build(collection: string, name: string, declared: string): IndexTable {
    this.disk.writing(
      'INSERT INTO indexes (collection, name, declared, multikey, entries, digest) VALUES (?, ?, ?, 0, 0, 0)',
    )(collection, name, declared);
    const id = this.disk.reading('SELECT last_insert_rowid()').get()?.[0];
    const table = this.#table(collection, [id, name, declared, 0, 0, 0]);
    // Whatever lies at its place: a damaged file may have entries that belong to no index.
    table.rebuild();
    for (const { key, value } of table.fields.length > 1 ? this.documents.all(collection) : []) {
      this.#assertTakes(table, `${collection}, document ${key}`, value);
    }
    return table.unique ? this.#withoutRivals(collection, table) : table;
  }

  #assertTakes(table: IndexTable, where: string, value: Document): void {
    try {
      assertIndexable(value, [table]);
    } catch (error) {
      throw new Error(`Index ${table.name} of ${where}: ${(error as Error).message}`, { cause: error });
    }
  }

  #table(collection: string, row: Row): IndexTable {
    return new IndexTable(this.disk, this.#statements, row, () => this.documents.all(collection));
  }

  #withoutRivals(collection: string, table: IndexTable): IndexTable {
    const shared = this.disk
      .reading('SELECT key FROM entries WHERE place = ? GROUP BY slot HAVING count(*) > 1 LIMIT 1')
      .get(table.id);
    const document = shared && this.documents.get(collection, shared[0] as string);
    if (document) {
      const slots = slotsOf(document.value, table.fields).map((slot) => JSON.stringify(slot));
      throw new Error(
        `Collection ${collection} holds two documents for unique index ${table.name}: ${slots.join()}`,
      );
    }
    return table;
  }

  #drop(row: Row): void {
    this.disk.writing('DELETE FROM entries WHERE place = ?')(row[0]);
    this.disk.writing('DELETE FROM indexes WHERE id = ?')(row[0]);
  }
}
