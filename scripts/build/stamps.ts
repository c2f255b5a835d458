import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, STAMPS } from '../project';

/** Everything that decides what Taro makes. `babel.config.js` is read by path, hence listed. */
const INPUTS = [
  'src',
  'contract',
  'config',
  'babel.config.js',
  'project.config.json',
  'tsconfig.json',
  'package-lock.json',
  'scripts/build/taro.ts',
];

async function filesBelow(entry: string): Promise<string[]> {
  const full = path.join(ROOT, entry);
  if (!existsSync(full)) return [];
  const names = await readdir(full, { withFileTypes: true, recursive: true }).catch(() => null);
  if (!names) return [full];
  return names.filter((name) => name.isFile()).map((name) => path.join(name.parentPath, name.name));
}

/**
 * Hash of the sources of a build and of what its caller sets (flavour, target). Line ends and file times do not matter
 * for the first: content alone decides.
 */
export async function inputHash(settings: Record<string, string>): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  const files = (await Promise.all(INPUTS.map(filesBelow))).flat().sort();
  for (const file of files) hash.update(path.relative(ROOT, file)).update(await readFile(file));
  return hash.digest('hex');
}

const stampFile = (name: string) => path.join(STAMPS, `${name}.json`);

/** The hash that the last successful build of `name` was made from; an empty string when there is none. */
export async function builtHash(name: string): Promise<string> {
  const stamp = await readFile(stampFile(name), 'utf8').catch(() => '');
  return stamp ? String((JSON.parse(stamp) as { inputs?: string }).inputs ?? '') : '';
}

/** Remembers what `name` was built from. */
export async function stamp(name: string, inputs: string): Promise<void> {
  await mkdir(STAMPS, { recursive: true });
  await writeFile(stampFile(name), `${JSON.stringify({ inputs })}\n`);
}
