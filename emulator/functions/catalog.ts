import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  readSettings,
  record,
  unknownFields,
  type FunctionSettings,
  type ReadSettings,
  type SettingsOfFunctions,
  type SettingsSource,
} from './settings';

/** A deployed function: a folder with an index.js and a config.json. */
export interface FunctionEntry extends ReadSettings {
  name: string;
  /** Absolute path of index.js (CommonJS, exports `main`). */
  file: string;
  /** Why its settings cannot be taken, by file and field: its calls fail. The settings here are then the default ones. */
  fault?: string;
  /** What stands in its config.json and has no effect, one sentence each. */
  warnings: readonly string[];
}

/** Names of the functions in `functionsDir`: its folders with an index.js. */
export function functionNames(functionsDir: string): string[] {
  return readdirSync(functionsDir)
    .filter((name) => existsSync(path.join(functionsDir, name, 'index.js')))
    .sort();
}

/** Reads the folders of `functionsDir`. */
export function readCatalog(functionsDir: string, settings: SettingsOfFunctions = {}): FunctionEntry[] {
  return functionNames(functionsDir).map((name) => readEntry(functionsDir, name, settings[name]));
}

/** Reads the folder of one function. A wrong config.json is this function's `fault` and harms no other. */
export function readEntry(
  functionsDir: string,
  name: string,
  settings: FunctionSettings = {},
): FunctionEntry {
  const folder = path.resolve(functionsDir, name);
  const about = { name, file: path.join(folder, 'index.js') };
  let warnings: string[] = [];
  try {
    const config = readConfig(path.join(folder, 'config.json'));
    warnings = unknownFields(config);
    const given = { place: `functionSettings.${name}`, fields: { ...settings } };
    return { ...about, ...readSettings(name, [config, given]), warnings };
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    return { ...about, ...readSettings(name, []), fault, warnings };
  }
}

function readConfig(file: string): SettingsSource {
  if (!existsSync(file)) return { place: file, fields: {} };
  const fields = record(parsed(file));
  if (!fields) throw new Error(`${file}: is not an object`);
  return { place: file, fields };
}

function parsed(file: string): unknown {
  try {
    // Editors of Windows begin a file with a mark that JSON does not know.
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(`${file}: ${String(error)}`);
  }
}
