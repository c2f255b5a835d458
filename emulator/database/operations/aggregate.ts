import { Aggregator } from 'mingo/aggregator';
import type { WireRequest } from '../../wire';
import type { Collection } from '../collection';
import type { Core } from '../core';
import { decode, encode } from '../ejson';
import { invalidOperator, invalidParam, requestFailed } from '../failure';
import { AGGREGATE_ROWS } from '../limits';
import { mingoOptions, withMingo } from '../mingo';
import { compileQuery, refuseAbsent } from '../query';
import { answerRows } from '../rows';
import { clone, type Document, isDocument, type Value } from '../value';
import { run } from './run';
import { select } from './select';

interface Stage {
  name: string;
  value: Value;
}

const STAGES = new Set([
  '$addFields',
  '$bucket',
  '$bucketAuto',
  '$count',
  '$group',
  '$limit',
  '$lookup',
  '$match',
  '$project',
  '$replaceRoot',
  '$sample',
  '$skip',
  '$sort',
  '$sortByCount',
  '$unwind',
  '$set',
  '$unset',
  '$facet',
  '$replaceWith',
]);

/** database.aggregateDocuments: runs the stages over copies, so that nothing stored can change. */
export async function aggregateDocuments(core: Core, request: WireRequest): Promise<Record<string, unknown>> {
  const collection = core.collection(request.collectionName);
  const stages = parseStages(request.stages, core.now());
  const [first, ...others] = stages;
  const leading = first?.name === '$match' ? asDocument(first.value, '$match') : undefined;
  const query = compileQuery(leading ?? {});
  const rest = leading ? others : stages;
  const rows = await run(core, request, (tx) => {
    const found = select(core, request, tx, collection, query).map((document) => clone(document.value));
    return withMingo(() => aggregator(core, rest).run<Document>(found));
  });
  const unlimited = !stages.some(({ name }) => name === '$limit');
  return { list: answerRows((unlimited ? rows.slice(0, AGGREGATE_ROWS) : rows).map(encode)) };
}

function aggregator(core: Core, stages: Stage[]): Aggregator {
  const copies = new Map<string, Document[]>();
  const collectionResolver = (name: string): Document[] => {
    const known = copies.get(name) ?? copyOf(core.collections.get(name));
    copies.set(name, known);
    return known;
  };
  const pipeline = stages.map(({ name, value }) => ({ [name]: value }));
  return new Aggregator(pipeline, mingoOptions({ collectionResolver }));
}

/** The documents for $lookup; one that was never created counts as empty, as in MongoDB. */
function copyOf(collection: Collection | undefined): Document[] {
  return collection ? [...collection.values()].map((document) => clone(document.value)) : [];
}

function parseStages(stages: unknown, now: number): Stage[] {
  if (!Array.isArray(stages)) throw invalidParam('stages is missing');
  return stages.map((stage: unknown) => {
    const { stageKey, stageValue } = (stage ?? {}) as Record<string, unknown>;
    if (typeof stageKey !== 'string' || typeof stageValue !== 'string')
      throw invalidParam('A stage is malformed');
    if (!STAGES.has(stageKey))
      throw invalidOperator(`The local cloud does not support the stage ${stageKey}`);
    const value = decode(stageValue, now);
    refuseAbsent(value);
    refuseStages(value);
    assertWhole(stageKey, value);
    return { name: stageKey, value };
  });
}

/** Stages inside $lookup and $facet are held to the same list: $out and $merge write. */
function refuseStages(value: Value): void {
  if (Array.isArray(value)) return value.forEach(refuseStages);
  if (!isDocument(value)) return;
  for (const [field, inner] of Object.entries(value)) {
    if (['$out', '$merge', '$unionWith', '$graphLookup', '$documents', '$accumulator'].includes(field)) {
      throw invalidOperator(`The local cloud does not support ${field}`);
    }
    refuseStages(inner);
  }
}

function assertWhole(name: string, value: Value): void {
  const smallest = name === '$limit' ? 1 : name === '$skip' ? 0 : undefined;
  if (smallest === undefined) return;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < smallest) {
    throw requestFailed(`the ${name.slice(1)} must be ${smallest === 1 ? 'positive' : 'non-negative'}`);
  }
}

function asDocument(value: Value, name: string): Document {
  if (isDocument(value)) return value;
  throw requestFailed(`the ${name} filter must be an expression in an object`);
}
