import { invalidOperator, requestFailed } from '../failure';
import { isDocument, typeName, type Document, type Value } from '../value';
import { show } from '../update/show';
import { $bucket, $bucketAuto } from './bucket';
import { $group, $sortByCount } from './group';
import { $lookup } from './lookup';
import { $count, $facet, $limit, $sample, $skip, $sort } from './rows';
import { $addFields, $match, $project, $replaceRoot, $replaceWith, $set, $unset } from './shape';
import type { Inside, RunStage, Stage } from './stage';
import { $unwind } from './unwind';

const STAGES = new Map<string, Stage>(
  Object.entries({
    $addFields,
    $bucket,
    $bucketAuto,
    $count,
    $facet,
    $group,
    $limit,
    $lookup,
    $match,
    $project,
    $replaceRoot,
    $replaceWith,
    $sample,
    $set,
    $skip,
    $sort,
    $sortByCount,
    $unset,
    $unwind,
  }),
);

/** Stages of MongoDB that this engine leaves out; refused by name rather than taken for unknown. */
const ABSENT = new Set(
  (
    '$changeStream $collStats $currentOp $densify $documents $fill $graphLookup $indexStats $listLocalSessions ' +
    '$listSessions $merge $out $planCacheStats $redact $search $searchMeta $setWindowFields $unionWith $vectorSearch'
  ).split(' '),
);

/** Stages that may not stand in a pipeline inside another stage. */
const OUTSIDE_ONLY: Record<string, readonly string[]> = {
  $facet: ['$facet', '$geoNear'],
  $lookup: ['$geoNear'],
};

/** A stage as the SDK sends it. */
export interface NamedStage {
  name: string;
  value: Value;
}

/** Compiles stages one after another. Throws DatabaseFailure for unknown, absent and misused ones. */
export function compilePipeline(stages: readonly NamedStage[], known: readonly string[] = []): RunStage {
  const inside: Inside = { known, pipeline: (inner, names, within) => compileInside(inner, names, within) };
  const steps = stages.map(({ name, value }) => stageOf(name)(value, inside));
  return (rows, sources, variables) =>
    steps.reduce<Document[]>((current, step) => step(current, sources, variables), rows);
}

function stageOf(name: string): Stage {
  const stage = STAGES.get(name);
  if (stage) return stage;
  if (name === '$geoNear') throw requestFailed('$geoNear is only valid as the first stage in a pipeline.');
  if (ABSENT.has(name)) throw invalidOperator(`The local cloud does not support the stage ${name}`);
  throw invalidOperator(`Unrecognized pipeline stage name: '${name}'`);
}

function compileInside(stages: Value, known: readonly string[], within: string): RunStage {
  if (!Array.isArray(stages)) {
    throw requestFailed(`${within}: 'pipeline' must be an array, but found ${typeName(stages)}`);
  }
  const named = stages.map((stage): NamedStage => {
    const [name, ...others] = isDocument(stage) ? Object.keys(stage) : [];
    if (!isDocument(stage) || name === undefined || others.length > 0) {
      throw requestFailed(
        `A pipeline stage specification object must contain exactly one field. Found: ${show(stage)}`,
      );
    }
    if (OUTSIDE_ONLY[within]?.includes(name)) {
      throw requestFailed(`${name} is not allowed to be used within a ${within} stage`);
    }
    return { name, value: stage[name] as Value };
  });
  return compilePipeline(named, known);
}
