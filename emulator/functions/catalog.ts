import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_TIMEOUT_SECONDS, MAX_TIMEOUT_SECONDS } from '../limits';
import { parseCron, type TimerTrigger } from '../timers';

/** A deployed function: a folder with a built index.js and a config.json. */
export interface FunctionEntry {
  name: string;
  /** Absolute path of index.js (CommonJS, exports `main`). */
  file: string;
  timeLimitMs: number;
  triggers: TimerTrigger[];
  /** Names of the openapi calls it may make, such as `wxacode.getUnlimited`. */
  openapi: ReadonlySet<string>;
}

/** Reads the folders of `functionsDir`; throws an error that names the file when a config.json is wrong. */
export function readCatalog(functionsDir: string): Map<string, FunctionEntry> {
  const entries = readdirSync(functionsDir)
    .filter((name) => existsSync(path.join(functionsDir, name, 'index.js')))
    .map((name) => readEntry(path.resolve(functionsDir), name));
  return new Map(entries.map((entry) => [entry.name, entry]));
}

function readEntry(functionsDir: string, name: string): FunctionEntry {
  const folder = path.join(functionsDir, name);
  const configFile = path.join(folder, 'config.json');
  const config = existsSync(configFile) ? parseConfig(configFile) : {};
  const seconds = config.timeout ?? DEFAULT_TIMEOUT_SECONDS;
  if (typeof seconds !== 'number' || !(seconds > 0) || seconds > MAX_TIMEOUT_SECONDS) {
    throw new Error(`${configFile}: timeout must be up to ${MAX_TIMEOUT_SECONDS} seconds`);
  }
  return {
    name,
    file: path.join(folder, 'index.js'),
    timeLimitMs: seconds * 1000,
    triggers: readTriggers(config.triggers, name, configFile),
    openapi: readPermissions(config.permissions, configFile),
  };
}

function parseConfig(configFile: string): Record<string, unknown> {
  try {
    return record(JSON.parse(readFileSync(configFile, 'utf8'))) ?? {};
  } catch (error) {
    throw new Error(`${configFile}: ${String(error)}`);
  }
}

/** One trigger a function, of type timer: the platform takes no more [D]. A wrong cron expression throws. */
function readTriggers(value: unknown, fn: string, configFile: string): TimerTrigger[] {
  const triggers = Array.isArray(value) ? value : [];
  if (triggers.length > 1) throw new Error(`${configFile}: the platform takes one trigger a function`);
  return triggers.map((trigger: unknown) => {
    const { name, type, config } = record(trigger) ?? {};
    if (type !== 'timer' || typeof name !== 'string' || typeof config !== 'string') {
      throw new Error(`${configFile}: a trigger is {name, type: "timer", config}`);
    }
    parseCron(config);
    return { fn, name, config };
  });
}

function readPermissions(value: unknown, configFile: string): ReadonlySet<string> {
  const names = record(value)?.openapi ?? [];
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string')) {
    throw new Error(`${configFile}: permissions.openapi is a list of names`);
  }
  return new Set<string>(names);
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}
