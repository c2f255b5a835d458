import type { StoredDocument } from './stored';

interface PastVersion {
  /** The commit that replaced it. */
  replacedBy: number;
  /** What was there before; undefined when there was nothing. */
  document: StoredDocument | undefined;
}

/** Versions that were replaced while a transaction might still read them. */
export class History {
  readonly #past = new Map<string, PastVersion[]>();

  /** Remembers what commit number `commit` replaces. */
  record(key: string, document: StoredDocument | undefined, commit: number): void {
    const versions = this.#past.get(key);
    const version = { replacedBy: commit, document };
    if (versions) versions.push(version);
    else this.#past.set(key, [version]);
  }

  /** True when a commit after the snapshot touched the document. */
  changedSince(key: string, snapshot: number): boolean {
    const last = this.#past.get(key)?.at(-1);
    return last !== undefined && last.replacedBy > snapshot;
  }

  /** The version that the snapshot sees, given the current one. */
  visible(key: string, current: StoredDocument | undefined, snapshot: number): StoredDocument | undefined {
    const version = this.#past.get(key)?.find(({ replacedBy }) => replacedBy > snapshot);
    return version ? version.document : current;
  }

  /** Keys of the documents that changed after the snapshot. */
  *changedKeys(snapshot: number): Generator<string> {
    for (const key of this.#past.keys()) if (this.changedSince(key, snapshot)) yield key;
  }

  /** Drops what no snapshot from `oldest` on can see. */
  prune(oldest: number): void {
    for (const [key, versions] of this.#past) {
      const kept = versions.filter(({ replacedBy }) => replacedBy > oldest);
      if (kept.length === 0) this.#past.delete(key);
      else if (kept.length < versions.length) this.#past.set(key, kept);
    }
  }
}
