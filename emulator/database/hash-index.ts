import type { CollectionSpec } from './index';
import { hashKey } from './order';
import { candidates } from './paths';
import type { StoredDocument } from './stored';
import type { Document } from './value';

export type IndexSpec = NonNullable<CollectionSpec['indexes']>[number];

/** Which documents hold given values in the first fields of a declared index. */
export class HashIndex {
  readonly #slots = new Map<string, Set<string>>();

  constructor(readonly fields: string[]) {}

  add(document: StoredDocument): void {
    for (const slot of slotsOf(document.value, this.fields)) {
      const keys = this.#slots.get(slot);
      if (keys) keys.add(document.key);
      else this.#slots.set(slot, new Set([document.key]));
    }
  }

  remove(document: StoredDocument): void {
    for (const slot of slotsOf(document.value, this.fields)) {
      const keys = this.#slots.get(slot);
      keys?.delete(document.key);
      if (keys?.size === 0) this.#slots.delete(slot);
    }
  }

  /** Keys of the documents in a slot made by slotOf. */
  keys(slot: string): ReadonlySet<string> {
    return this.#slots.get(slot) ?? NONE;
  }
}

const NONE: ReadonlySet<string> = new Set();

/** The text under which a combination of hash keys, one a field, is found. */
export function slotOf(keys: string[]): string {
  return keys.join();
}

/** The slots that a document takes: one, unless a field holds an array; a missing field counts as null. */
export function slotsOf(document: Document, fields: string[]): string[] {
  return fields
    .map((field) => {
      const found = candidates(document, field);
      return found.length > 1 ? [...new Set(found.map(hashKey))] : [hashKey(found[0])];
    })
    .reduce<string[][]>((rows, keys) => rows.flatMap((row) => keys.map((key) => [...row, key])), [[]])
    .map(slotOf);
}
