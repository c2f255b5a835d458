import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readSettings } from '../functions/settings';
import { didYouMean } from '../spelling';

const name = z.string().min(1);
const order = z.union([z.literal(1), z.literal(-1), z.literal('2dsphere')], { error: '1, -1 or "2dsphere"' });
const key = z.strictObject({ field: name, order: order.default(1) });
const index = z.strictObject({ name, keys: z.array(key).min(1), unique: z.boolean().optional() });
const collection = z.strictObject({ name, indexes: z.array(index).optional() });
const trigger = z.strictObject({ name, type: z.literal('timer'), config: z.string() });
const permissions = z.strictObject({ openapi: z.array(z.string()).optional() });
const SETTINGS_PARTS = { ...trigger.shape, ...permissions.shape };
const settings = z.strictObject({
  timeout: z.number().optional(),
  memorySize: z.number().optional(),
  envVariables: z.record(z.string(), z.string()).optional(),
  triggers: z.array(trigger).optional(),
  permissions: permissions.optional(),
});

const file = z.strictObject({
  envId: z.string().optional(),
  appId: z.string().optional(),
  collections: z.array(collection).default([]),
  envVariables: z.record(z.string(), z.string()).default({}),
  functions: z.record(z.string(), settings).default({}),
});

/** What a project says in the file of --config: all of it may be left out. */
export type ConfigFile = z.infer<typeof file>;

/** Reads a configuration; throws an error that names the file and every field that is wrong. Without a file: nothing is set. */
export function readConfigFile(path: string | undefined): ConfigFile {
  if (path === undefined) return file.parse({});
  const parsed = file.safeParse(parseJson(path));
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${told(issue)}`);
    throw new Error(`${path} is not as it should be:\n${faults.join('\n')}`);
  }
  for (const [fn, fields] of Object.entries(parsed.data.functions))
    readSettings(fn, [{ place: `${path}: functions.${fn}`, fields: { ...fields } }]);
  return parsed.data;
}

function told(issue: z.core.$ZodIssue): string {
  const place = issue.path.join('.') || 'the file';
  if (issue.code !== 'unrecognized_keys') return `${place}: ${issue.message}`;
  const known = knownIn(issue.path);
  return issue.keys.map((key) => `${place}: there is no "${key}"${didYouMean(key, known)}`).join('\n  ');
}

/** Names of the fields that may stand at a place of the file. */
function knownIn(place: readonly PropertyKey[]): string[] {
  const [part] = place.filter((step) => typeof step === 'string').slice(-1);
  if (part === undefined) return Object.keys(file.shape);
  if (place[0] === 'functions') return Object.keys(place.length === 2 ? settings.shape : SETTINGS_PARTS);
  return Object.keys(part === 'collections' ? collection.shape : { ...index.shape, ...key.shape });
}

function parseJson(path: string): unknown {
  try {
    // Editors of Windows begin a file with a mark that JSON does not know.
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
