import type { WireRequest } from '../../wire';
import type { Core } from '../core';
import { decodeDocument } from '../ejson';
import { invalidParam } from '../failure';
import { DEFAULT_ROWS, MAX_ROWS } from '../limits';
import { projector } from '../projection';
import { answerRows } from '../rows';
import { sorter } from '../sort';
import type { Document } from '../value';
import { run } from './run';
import { select, selection } from './select';

/** database.getDocument: rows as EJSON texts, with the number of all that match. */
export async function getDocument(core: Core, request: WireRequest): Promise<Record<string, unknown>> {
  const collection = core.collection(request.collectionName);
  const now = core.now();
  const query = selection(request, now);
  const compare = ordering(optionalDocument(request.order, now));
  const offset = wholeNumber(request.offset, 'offset') ?? 0;
  const limit = Math.min(wholeNumber(request.limit, 'limit') || DEFAULT_ROWS, MAX_ROWS);
  const project = projector(optionalDocument(request.projection, now), query.condition);
  const found = await run(core, request, (tx) => select(core, request, tx, collection, query));
  if (compare) found.sort((a, b) => compare(a.value, b.value));
  const list = answerRows(found.slice(offset, offset + limit).map((document) => project(document)));
  const page = request.queryType === 'DOC' ? { offset } : { offset, limit };
  return { list, ...page, total: found.length };
}

/** database.calculateDocument: how many match. */
export async function calculateDocument(core: Core, request: WireRequest): Promise<Record<string, unknown>> {
  const collection = core.collection(request.collectionName);
  const query = selection(request, core.now());
  const total = await run(core, request, (tx) => select(core, request, tx, collection, query).length);
  return { total };
}

function ordering(specification: Document): ((a: Document, b: Document) => number) | undefined {
  return Object.keys(specification).length > 0 ? sorter(specification) : undefined;
}

function optionalDocument(text: unknown, now: number): Document {
  return text === undefined || text === null ? {} : decodeDocument(text, now);
}

function wholeNumber(value: unknown, name: string): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw invalidParam(`${name} must be a non-negative integer`);
}
