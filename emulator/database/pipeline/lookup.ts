import { variableName } from '../expressions/compile';
import { readPath } from '../expressions/field-path';
import { requestFailed } from '../failure';
import { hashKey } from '../order';
import { candidates } from '../paths';
import { putAt } from '../shaping';
import { isDocument, typeName, type Document, type Value } from '../value';
import { show } from '../update/show';
import { expressionIn } from './shape';
import type { Inside, RunStage, Stage } from './stage';

const OPTIONS = ['from', 'as', 'localField', 'foreignField', 'let', 'pipeline'];

export const $lookup: Stage = (value, inside) => {
  if (!isDocument(value)) {
    throw requestFailed(`the $lookup specification must be an object, but found ${typeName(value)}`);
  }
  const unknown = Object.keys(value).find((key) => !OPTIONS.includes(key));
  if (unknown !== undefined) throw requestFailed(`unknown argument to $lookup: ${unknown}`);
  for (const key of ['from', 'as', 'localField', 'foreignField']) assertText(key, value[key]);
  if (value.from === undefined) throw requestFailed("missing 'from' option to $lookup stage specification");
  if (value.as === undefined) throw requestFailed("must specify 'as' field for a $lookup");
  const as = (value.as as string).split('.');
  const joined = value.pipeline === undefined ? byFields(value) : byPipeline(value, inside);
  return (rows, sources, variables) => joinRows(rows, as, joined(sources, variables));
};

/** For each row, the documents that belong to it. */
type Join = (
  ...given: Parameters<RunStage> extends [unknown, ...infer Rest] ? Rest : never
) => (row: Document) => Document[];

function joinRows(rows: Document[], as: string[], found: (row: Document) => Document[]): Document[] {
  return rows.map((row) => putAt(row, as, found(row)));
}

function assertText(key: string, value: Value | undefined): void {
  if (value === undefined || typeof value === 'string') return;
  throw requestFailed(
    `argument '${key}' to $lookup must be a string, found ${key}: ${show(value)} of type ${typeName(value)}`,
  );
}

/** Equality of two fields; null and missing are one, and an array on either side stands for its elements. */
function byFields(value: Document): Join {
  const { from, localField, foreignField } = value;
  if (typeof localField !== 'string' || typeof foreignField !== 'string') {
    throw requestFailed(
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    );
  }
  if (value.let !== undefined)
    throw requestFailed("$lookup with a 'let' argument must also specify 'pipeline'");
  const local = localField.split('.');
  return (sources) => {
    const byKey = new Map<string, Document[]>();
    for (const document of sources.documents(from as string)) {
      for (const key of new Set(candidates(document, foreignField).map(hashKey))) {
        byKey.set(key, [...(byKey.get(key) ?? []), document]);
      }
    }
    return (row) => {
      const wanted = readPath(row, local);
      const keys = new Set((Array.isArray(wanted) ? wanted : [wanted]).map(hashKey));
      if (keys.size === 1) return byKey.get([...keys][0] as string) ?? [];
      const all = new Set([...keys].flatMap((key) => byKey.get(key) ?? []));
      return sources.documents(from as string).filter((document) => all.has(document));
    };
  };
}

function byPipeline(value: Document, inside: Inside): Join {
  if (value.localField !== undefined || value.foreignField !== undefined) {
    throw requestFailed("$lookup with 'pipeline' may not specify 'localField' or 'foreignField'");
  }
  const given = value.let ?? {};
  if (!isDocument(given)) {
    throw requestFailed(
      `$lookup argument 'let: ${show(given)}' must be an object, is type ${typeName(given)}`,
    );
  }
  const variables = Object.entries(given).map(
    ([name, operand]) => [variableName(name), expressionIn(inside)(operand)] as const,
  );
  const known = [...inside.known, ...variables.map(([name]) => name)];
  const run = inside.pipeline(value.pipeline as Value, known, '$lookup');
  return (sources, outer) => (row) => {
    const own = variables.map(([name, part]) => [name, part({ root: row, variables: outer })] as const);
    return run([...sources.documents(value.from as string)], sources, {
      ...outer,
      ...Object.fromEntries(own),
    });
  };
}
