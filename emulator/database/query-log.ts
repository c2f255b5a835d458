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

/** What queries took, by the request that made them; forgotten with it. */
export class QueryLog {
  readonly #works = new WeakMap<WireRequest, QueryWork>();

  note(
    request: WireRequest,
    collection: string,
    condition: Document,
    { documents, index, looked }: Found,
  ): void {
    const work: QueryWork = { collection, shape: shapeOf(condition), looked, found: documents.length };
    this.#works.set(request, index === undefined ? work : { ...work, index });
  }

  /** What the query of a request took, when it was one. */
  of(request: WireRequest): QueryWork | undefined {
    return this.#works.get(request);
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
