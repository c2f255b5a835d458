import type { QueryWork } from './database';

/** Queries of functions that no index served, those of one shape as one. */
export interface Scan {
  collection: string;
  /** Fields and operators of the condition, without values. */
  shape: string;
  /** How many queries. */
  times: number;
  /** Most documents that one of them looked at. */
  looked: number;
}

/** Counts the scans of functions: on the platform each reads, and is paid for, as many documents as the collection holds. */
export class ScanTally {
  readonly #scans = new Map<string, Scan>();

  /** Takes what a request took; undefined when it was no query. */
  note(work: QueryWork | undefined): void {
    if (!work || work.index !== undefined) return;
    const { collection, shape, looked } = work;
    const id = `${collection} ${shape}`;
    const scan = this.#scans.get(id) ?? { collection, shape, times: 0, looked: 0 };
    scan.times += 1;
    scan.looked = Math.max(scan.looked, looked);
    this.#scans.set(id, scan);
  }

  /** All since the start. */
  all(): Scan[] {
    return [...this.#scans.values()].map((scan) => ({ ...scan }));
  }
}
