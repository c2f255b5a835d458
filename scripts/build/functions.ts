import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { FUNCTIONS_DIST, ROOT } from '../project';

/** The runtime chosen when a function is created on the platform; it cannot be changed later. */
const FUNCTION_TARGET = 'node18';
const SOURCES = path.join(ROOT, 'cloudfunctions');

/** A folder with a config.json is a deployed function. */
async function functionNames(sources: string): Promise<string[]> {
  const entries = await readdir(sources, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(path.join(sources, entry.name, 'config.json')))
    .map((entry) => entry.name)
    .sort();
}

/**
 * Replaces a file in one step, and only when its content differs: a local cloud or another test run may be reading it.
 */
async function putFile(file: string, content: string | Uint8Array): Promise<void> {
  const bytes = Buffer.from(content);
  if (existsSync(file) && bytes.equals(await readFile(file))) return;
  await mkdir(path.dirname(file), { recursive: true });
  const next = `${file}.${process.pid}.next`;
  await writeFile(next, bytes);
  await rename(next, file);
}

async function buildFunction(sources: string, name: string, out: string): Promise<void> {
  const folder = path.join(sources, name);
  const { outputFiles } = await build({
    entryPoints: [path.join(folder, 'index.ts')],
    outfile: path.join(out, name, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: FUNCTION_TARGET,
    sourcemap: 'linked',
    // Only the function's folder is uploaded: paths in its map must not depend on where it was built.
    sourcesContent: false,
    legalComments: 'none',
    absWorkingDir: ROOT,
    tsconfig: path.join(ROOT, 'tsconfig.json'),
    write: false,
    logLevel: 'silent',
  });
  for (const file of outputFiles) await putFile(file.path, file.contents);
  await putFile(path.join(out, name, 'config.json'), await readFile(path.join(folder, 'config.json')));
  const manifest = { name, version: '0.1.0', private: true, main: 'index.js' };
  await putFile(path.join(out, name, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Drops what was built from a function that is no longer there. */
async function removeStrays(out: string, names: string[]): Promise<void> {
  if (!existsSync(out)) return;
  for (const entry of await readdir(out)) {
    if (!names.includes(entry)) await rm(path.join(out, entry), { recursive: true, force: true });
  }
}

/**
 * Bundles each function with everything it needs, the SDK included, into `<out>/<name>/`: index.js (CommonJS), its map,
 * config.json and package.json. Returns the functions' names. Throws esbuild's error when one does not compile.
 */
export async function buildFunctions(sources = SOURCES, out = FUNCTIONS_DIST): Promise<string[]> {
  const names = await functionNames(sources);
  if (names.length === 0)
    throw new Error('No folder of cloudfunctions/ has a config.json: there is nothing to deploy.');
  await removeStrays(out, names);
  await Promise.all(names.map((name) => buildFunction(sources, name, out)));
  return names;
}
