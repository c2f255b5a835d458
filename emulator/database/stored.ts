import { decodeDocument, encode } from './ejson';
import { hashKey } from './order';
import type { Document, Value } from './value';

/**
 * One version of a document, never changed after it was made: readers get its text, writers a copy of its value. The value
 * is parsed when it is first needed, so that opening a large file costs little.
 */
export class StoredDocument {
  #value: Document | undefined;

  constructor(
    /** The document's `_id` as a hash key. */
    readonly key: string,
    /** Canonical EJSON. */
    readonly text: string,
    value?: Document,
    /** Place in the natural order of the collection, which is that of commits; an uncommitted document comes last. */
    readonly ordinal = Number.POSITIVE_INFINITY,
  ) {
    this.#value = value;
  }

  /** The parsed document; callers must not change it. */
  get value(): Document {
    // Stored text holds no server dates any more: the clock is not asked.
    this.#value ??= decodeDocument(this.text, 0);
    return this.#value;
  }

  /** The same version at its place in the natural order. */
  at(ordinal: number): StoredDocument {
    return new StoredDocument(this.key, this.text, this.#value, ordinal);
  }

  static of(value: Document): StoredDocument {
    return new StoredDocument(keyOf(value._id as Value), encode(value), value);
  }
}

/** The key under which a document with that `_id` is kept; printable for every string, lone surrogates and NUL included. */
export function keyOf(id: Value): string {
  return hashKey(id);
}
