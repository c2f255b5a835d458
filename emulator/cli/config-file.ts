import { readFileSync } from 'node:fs';
import { z } from 'zod';

const name = z.string().min(1);
const order = z.union([z.literal(1), z.literal(-1), z.literal('2dsphere')], { error: '1, -1 or "2dsphere"' });
const index = z.strictObject({
  name,
  keys: z.array(z.strictObject({ field: name, order: order.default(1) })).min(1),
  unique: z.boolean().optional(),
});
const settings = z.strictObject({
  timeout: z.number().optional(),
  memorySize: z.number().optional(),
  envVariables: z.record(z.string(), z.string()).optional(),
  triggers: z.array(z.strictObject({ name, type: z.literal('timer'), config: z.string() })).optional(),
  permissions: z.strictObject({ openapi: z.array(z.string()).optional() }).optional(),
});

const file = z.strictObject({
  envId: z.string().optional(),
  appId: z.string().optional(),
  collections: z.array(z.strictObject({ name, indexes: z.array(index).optional() })).default([]),
  envVariables: z.record(z.string(), z.string()).default({}),
  functions: z.record(z.string(), settings).default({}),
});

/** What a project says in the file of --config: all of it may be left out. */
export type ConfigFile = z.infer<typeof file>;

/** Reads a configuration; throws an error that names the file and every field that is wrong. Without a file: nothing is set. */
export function readConfigFile(path: string | undefined): ConfigFile {
  if (path === undefined) return file.parse({});
  const parsed = file.safeParse(parseJson(path));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(
    (issue) => `  ${issue.path.join('.') || 'the file'}: ${issue.message}`,
  );
  throw new Error(`${path} is not as it should be:\n${faults.join('\n')}`);
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
