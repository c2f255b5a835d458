import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  DEFAULT_MEMORY_MB,
  DEFAULT_TIMEOUT_SECONDS,
  MAX_MEMORY_MB,
  MAX_TIMEOUT_SECONDS,
  MIN_MEMORY_MB,
} from '../limits';
import { parseCron, type TimerTrigger } from '../timers';

/** A deployed function: a folder with an index.js and a config.json. */
export interface FunctionEntry {
  name: string;
  /** Absolute path of index.js (CommonJS, exports `main`). */
  file: string;
  timeLimitMs: number;
  /** Memory of an instance in MB. */
  memoryMb: number;
  /** Environment variables of this function alone. */
  variables: Record<string, string>;
  triggers: TimerTrigger[];
  /** Names of the openapi calls it may make, such as `wxacode.getUnlimited`. */
  openapi: ReadonlySet<string>;
}

/** What can be set for a function outside of its folder; it wins over config.json, field by field. */
export interface FunctionSettings {
  /** Seconds. */
  timeout?: number;
  /** MB. */
  memorySize?: number;
  envVariables?: Record<string, string>;
  triggers?: { name: string; type: 'timer'; config: string }[];
  permissions?: { openapi?: string[] };
}

/** Settings by the name of the function. */
export type SettingsOfFunctions = Readonly<Record<string, FunctionSettings | undefined>>;

/** Names of the functions in `functionsDir`: its folders with an index.js. */
export function functionNames(functionsDir: string): string[] {
  return readdirSync(functionsDir)
    .filter((name) => existsSync(path.join(functionsDir, name, 'index.js')))
    .sort();
}

/** Reads the folders of `functionsDir`; throws an error that names the file when a config.json is wrong. */
export function readCatalog(functionsDir: string, settings: SettingsOfFunctions = {}): FunctionEntry[] {
  return functionNames(functionsDir).map((name) => readEntry(functionsDir, name, settings[name]));
}

/** Reads the folder of one function; throws an error that names the file when its config.json is wrong. */
export function readEntry(
  functionsDir: string,
  name: string,
  settings: FunctionSettings = {},
): FunctionEntry {
  const folder = path.resolve(functionsDir, name);
  const configFile = path.join(folder, 'config.json');
  const config = { ...(existsSync(configFile) ? parseConfig(configFile) : {}), ...settings };
  const { timeout = DEFAULT_TIMEOUT_SECONDS, memorySize = DEFAULT_MEMORY_MB } = config;
  if (typeof timeout !== 'number' || !(timeout > 0) || timeout > MAX_TIMEOUT_SECONDS) {
    throw new Error(`${configFile}: timeout must be up to ${MAX_TIMEOUT_SECONDS} seconds`);
  }
  if (typeof memorySize !== 'number' || !(memorySize >= MIN_MEMORY_MB && memorySize <= MAX_MEMORY_MB)) {
    throw new Error(`${configFile}: memorySize is ${MIN_MEMORY_MB} to ${MAX_MEMORY_MB} MB`);
  }
  return {
    name,
    file: path.join(folder, 'index.js'),
    timeLimitMs: timeout * 1000,
    memoryMb: memorySize,
    variables: readVariables(config.envVariables, configFile),
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

function readVariables(value: unknown = {}, configFile: string): Record<string, string> {
  const variables = Object.entries(record(value) ?? { '': value });
  if (!variables.every(([name, text]) => /^[a-z]\w*$/i.test(name) && typeof text === 'string')) {
    throw new Error(`${configFile}: envVariables is an object of texts`);
  }
  return Object.fromEntries(variables) as Record<string, string>;
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
    try {
      parseCron(config);
    } catch (error) {
      throw new RangeError(
        `${configFile}: trigger ${name}: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
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
  const plain = typeof value === 'object' && value !== null && !Array.isArray(value);
  return plain ? (value as Record<string, unknown>) : undefined;
}
