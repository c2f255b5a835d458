import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A cloud that works on a data folder, as written into it. */
export interface Running {
  url: string;
  token: string;
}

const placeOf = (dataDir: string) => path.join(dataDir, 'running.json');

/** Makes the data folder; what is in it is nobody's to commit. */
export function prepareDataDir(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(path.join(dataDir, '.gitignore'), '*\n');
}

export function noteRunning(dataDir: string, running: Running): void {
  writeFileSync(placeOf(dataDir), `${JSON.stringify(running)}\n`, { mode: 0o600 });
}

export function forgetRunning(dataDir: string): void {
  rmSync(placeOf(dataDir), { force: true });
}

/** The cloud of a data folder, as far as it was noted: it may have ended without a word. Undefined: none. */
export function findRunning(dataDir: string): Running | undefined {
  try {
    return JSON.parse(readFileSync(placeOf(dataDir), 'utf8')) as Running;
  } catch {
    return undefined;
  }
}
