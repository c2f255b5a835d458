import { CACHED_CHARACTERS } from './limits';
import type { StoredDocument } from './stored';

/** Documents that were read or written last, up to a number of characters; those used longest ago go first. */
export class DocumentCache {
  readonly #documents = new Map<string, StoredDocument>();
  #characters = 0;

  constructor(private readonly limit = CACHED_CHARACTERS) {}

  get(id: string): StoredDocument | undefined {
    const document = this.#documents.get(id);
    if (document) {
      this.#documents.delete(id);
      this.#documents.set(id, document);
    }
    return document;
  }

  put(id: string, document: StoredDocument): void {
    this.drop(id);
    this.#documents.set(id, document);
    this.#characters += document.text.length;
    if (this.#characters > this.limit) this.#makeRoom();
  }

  /** A quarter at a time: the first key of a Map lies behind the places of all that were taken out before. */
  #makeRoom(): void {
    for (const oldest of this.#documents.keys()) {
      if (this.#characters <= this.limit * 0.75) return;
      this.drop(oldest);
    }
  }

  drop(id: string): void {
    this.#characters -= this.#documents.get(id)?.text.length ?? 0;
    this.#documents.delete(id);
  }
}
