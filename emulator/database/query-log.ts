import type { WireRequest } from '../wire';
import { isDocument, type Document, type Value } from './value';
import type { Found } from './view';

/** What one query took. */
export interface QueryWork {
  collection: string;
  /** Fields and operators of the condition, without values: `{path, updatedAt: {$lt}}`. */
  shape: string;
  /** Name of the index that served it; absent: it scanned the collection. */
  index?: string;
  /** Documents it looked at. */
  looked: number;
  /** Documents that matched. */
  found: number;
}

/** Queries of one shape that no index served. */
export interface Scan {
  collection: string;
  shape: string;
  /** How many queries. */
  times: number;
  /** Most documents that one of them looked at. */
  looked: number;
}

/** What queries took: of each request, and summed up for those that scan. */
export class QueryLog {
  readonly #works = new WeakMap<WireRequest, QueryWork>();
  readonly #scans = new Map<string, Scan>();

  note(
    request: WireRequest,
    collection: string,
    condition: Document,
    { documents, index, looked }: Found,
  ): void {
    const shape = shapeOf(condition);
    const work: QueryWork = { collection, shape, looked, found: documents.length };
    this.#works.set(request, index === undefined ? work : { ...work, index });
    if (index !== undefined) return;
    const scan = this.#scans.get(`${collection} ${shape}`) ?? { collection, shape, times: 0, looked: 0 };
    scan.times += 1;
    scan.looked = Math.max(scan.looked, looked);
    this.#scans.set(`${collection} ${shape}`, scan);
  }

  /** What the query of a request took, when it was one. */
  of(request: WireRequest): QueryWork | undefined {
    return this.#works.get(request);
  }

  /** Every shape that scanned since the start. */
  scans(): Scan[] {
    return [...this.#scans.values()].map((scan) => ({ ...scan }));
  }
}

/** A condition without its values, so that queries of one kind count as one. */
function shapeOf(condition: Value): string {
  if (Array.isArray(condition)) return `[${[...new Set(condition.map(shapeOf))].join(', ')}]`;
  if (!isDocument(condition)) return '';
  const parts = Object.entries(condition).map(([field, inner]) => {
    const nested =
      isDocument(inner) || field === '$and' || field === '$or' || field === '$nor' ? shapeOf(inner) : '';
    return nested === '' ? field : `${field}: ${nested}`;
  });
  return `{${parts.join(', ')}}`;
}
