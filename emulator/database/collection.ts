import { History } from './history';
import { HashIndex, type IndexSpec, slotsOf } from './hash-index';
import type { CollectionSpec } from './index';
import type { StoredDocument } from './stored';

/** A unique index over the committed documents: each slot has at most one holder. */
export interface UniqueIndex {
  name: string;
  fields: string[];
  /** Slot to the key of the document that holds it. */
  holders: Map<string, string>;
}

/** The committed state of one collection, and what open snapshots still need of its past. */
export class Collection {
  readonly name: string;
  readonly history = new History();
  readonly unique: UniqueIndex[];
  readonly declared: readonly IndexSpec[];
  readonly #documents = new Map<string, StoredDocument>();
  /** Hash indexes by their fields, built when a query first asks for them. */
  readonly #indexes = new Map<string, HashIndex>();
  #nextOrdinal = 1;

  constructor(spec: CollectionSpec) {
    this.name = spec.name;
    this.declared = spec.indexes ?? [];
    this.unique = this.declared
      .filter((index) => index.unique)
      .map(({ name, keys }) => ({ name, fields: keys.map((key) => key.field), holders: new Map() }));
  }

  get size(): number {
    return this.#documents.size;
  }

  get(key: string): StoredDocument | undefined {
    return this.#documents.get(key);
  }

  values(): IterableIterator<StoredDocument> {
    return this.#documents.values();
  }

  /** Takes a document from disk. Throws when it breaks a unique index. */
  load(document: StoredDocument): void {
    for (const index of this.unique) {
      for (const slot of slotsOf(document.value, index.fields)) {
        if (index.holders.has(slot)) {
          throw new Error(
            `Collection ${this.name} holds two documents for unique index ${index.name}: ${slot}`,
          );
        }
      }
    }
    this.replace(document.key, document);
  }

  /** Puts one version in the place of another; undefined removes. Uniqueness was checked when it was written. */
  replace(key: string, next: StoredDocument | undefined): void {
    const previous = this.#documents.get(key);
    if (previous) this.#forget(previous);
    if (!next) {
      this.#documents.delete(key);
      return;
    }
    const placed = next.at(previous?.ordinal ?? this.#nextOrdinal++);
    this.#documents.set(key, placed);
    for (const index of this.#indexes.values()) index.add(placed);
    for (const { fields, holders } of this.unique) {
      for (const slot of slotsOf(placed.value, fields)) holders.set(slot, key);
    }
  }

  /** The hash index over these fields. */
  index(fields: string[]): HashIndex {
    const id = JSON.stringify(fields);
    let index = this.#indexes.get(id);
    if (!index) {
      index = new HashIndex(fields);
      for (const document of this.#documents.values()) index.add(document);
      this.#indexes.set(id, index);
    }
    return index;
  }

  #forget(document: StoredDocument): void {
    for (const index of this.#indexes.values()) index.remove(document);
    for (const { fields, holders } of this.unique) {
      for (const slot of slotsOf(document.value, fields)) {
        // Within one commit another document may already have taken the slot.
        if (holders.get(slot) === document.key) holders.delete(slot);
      }
    }
  }
}
