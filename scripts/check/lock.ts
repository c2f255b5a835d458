import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../project';

interface Lock {
  packages: Record<string, { resolved?: string; version?: string; [field: string]: unknown }>;
}

const SECTIONS = ['dependencies', 'devDependencies', 'engines'] as const;

/**
 * What would keep `npm ci` from working somewhere else: an address of one registry in the lock, or a lock that was made
 * for another package.json. `npm run lock` mends both.
 */
export async function lockFaults(): Promise<string[]> {
  const read = async (name: string) => JSON.parse(await readFile(path.join(ROOT, name), 'utf8')) as unknown;
  const lock = (await read('package-lock.json')) as Lock;
  const manifest = (await read('package.json')) as Record<string, unknown>;
  const addresses = Object.entries(lock.packages)
    .filter(([, entry]) => entry.resolved !== undefined)
    .map(([key]) => `${key} names the registry it came from: run \`npm run lock\`.`);
  const differing = SECTIONS.filter(
    (section) => JSON.stringify(manifest[section]) !== JSON.stringify(lock.packages['']?.[section]),
  ).map((section) => `${section} of package.json and of the lock differ: run \`npm run lock\`.`);
  return [...addresses, ...differing];
}
