import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Manifest {
  /** Absolute path of the package.json. */
  file: string;
  type?: unknown;
  dependencies?: object;
}

/** Reads the package.json of a folder as Node does, which passes over the mark that editors of Windows begin a file with. */
export function manifestIn(folder: string): Manifest | undefined {
  const file = path.join(folder, 'package.json');
  if (!existsSync(file)) return undefined;
  return { ...(JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as object), file };
}
