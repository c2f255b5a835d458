import type { WireRequest } from '../../wire';
import type { Collection } from '../collection';
import type { Core } from '../core';
import { decode, encode } from '../ejson';
import { invalidParam } from '../failure';
import { AGGREGATE_ROWS } from '../limits';
import { compilePipeline, type NamedStage } from '../pipeline';
import { compileGeoNear } from '../pipeline/geo-near';
import { documentOf } from '../pipeline/shape';
import type { Sources } from '../pipeline/stage';
import { type CompiledQuery, compileQuery } from '../query';
import { answerRows } from '../rows';
import type { Document } from '../value';
import { run } from './run';
import { select } from './select';

/** database.aggregateDocuments: compiles all stages before the first document is read, and changes nothing stored. */
export async function aggregateDocuments(core: Core, request: WireRequest): Promise<Record<string, unknown>> {
  const collection = core.collection(request.collectionName);
  const stages = parseStages(request.stages, core.now());
  const { query, begin, others } = leading(stages, collection);
  const pipeline = compilePipeline(others);
  const rows = await run(core, request, (tx) => {
    const found = select(core, request, tx, collection, query).map((document) => document.value);
    return pipeline(begin(found), sourcesOf(core), {});
  });
  const limited = stages.some(({ name }) => name === '$limit');
  return { list: answerRows((limited ? rows : rows.slice(0, AGGREGATE_ROWS)).map(encode)) };
}

interface Leading {
  /** What the collection is asked for, so that an index can serve it. */
  query: CompiledQuery;
  /** What is done with it before the other stages. */
  begin: (found: Document[]) => Document[];
  others: NamedStage[];
}

function leading(stages: NamedStage[], collection: Collection): Leading {
  const [first, ...others] = stages;
  if (first?.name === '$geoNear') {
    const { query, run: byDistance } = compileGeoNear(first.value, collection.declared, collection.name);
    return { query, begin: byDistance, others };
  }
  const begin = (found: Document[]) => found;
  if (first?.name !== '$match') return { query: compileQuery({}), begin, others: stages };
  const condition = documentOf(first.value, 'the match filter must be an expression in an object');
  return { query: compileQuery(condition, { near: false }), begin, others };
}

/** Other collections for $lookup; one that was never created counts as empty, as in MongoDB. */
function sourcesOf(core: Core): Sources {
  const known = new Map<string, readonly Document[]>();
  return {
    documents(name) {
      const documents =
        known.get(name) ?? [...(core.collections.get(name)?.values() ?? [])].map((stored) => stored.value);
      known.set(name, documents);
      return documents;
    },
  };
}

function parseStages(stages: unknown, now: number): NamedStage[] {
  if (!Array.isArray(stages)) throw invalidParam('stages is missing');
  return stages.map((stage: unknown) => {
    const { stageKey, stageValue } = (stage ?? {}) as Record<string, unknown>;
    if (typeof stageKey !== 'string' || typeof stageValue !== 'string')
      throw invalidParam('A stage is malformed');
    return { name: stageKey, value: decode(stageValue, now) };
  });
}
