import type { DocumentTable } from './document-table';
import { History } from './history';
import type { CollectionSpec } from './index';
import type { IndexTable } from './index-table';
import type { StoredDocument } from './stored';

/** The committed state of one collection, and what open snapshots still need of its past. */
export class Collection {
  readonly history = new History();
  readonly unique: readonly IndexTable[];
  /** Counted when it is first asked for. */
  #size: number | undefined;

  /** All indexes that were declared; those by places on the earth have no table. */
  readonly declared: NonNullable<CollectionSpec['indexes']>;
  readonly name: string;

  /** @param nextOrdinal gives the next place of the natural order, which is that of commits */
  constructor(
    { name, indexes: declared = [] }: CollectionSpec,
    private readonly documents: DocumentTable,
    readonly indexes: readonly IndexTable[],
    private readonly nextOrdinal: () => number,
  ) {
    this.name = name;
    this.declared = declared;
    this.unique = indexes.filter(({ unique }) => unique);
  }

  get size(): number {
    this.#size ??= this.documents.count(this.name);
    return this.#size;
  }

  get(key: string): StoredDocument | undefined {
    return this.documents.get(this.name, key);
  }

  /** Keys of all documents in their natural order. */
  keys(): string[] {
    return this.documents.keys(this.name);
  }

  /** All documents in their natural order. */
  values(): Iterable<StoredDocument> {
    return this.documents.all(this.name);
  }

  /** Puts one version in the place of another; undefined removes. Uniqueness was checked when it was written. */
  replace(key: string, next: StoredDocument | undefined): void {
    const previous = this.get(key);
    // A new document has no place yet, also one that takes the id of another: that one was removed before.
    const placed = next && Number.isFinite(next.ordinal) ? next : next?.at(this.nextOrdinal());
    const stays = previous !== undefined && previous.ordinal === placed?.ordinal;
    for (const index of this.indexes) index.replace(previous, placed);
    if (previous && placed && !stays) this.documents.remove(this.name, key);
    if (placed) this.documents.put(this.name, placed, stays);
    else if (previous) this.documents.remove(this.name, key);
    if (this.#size !== undefined) this.#size += Number(placed !== undefined) - Number(previous !== undefined);
  }
}
