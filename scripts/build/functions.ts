import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { functions } from '../../config/functions';
import { FUNCTIONS_DIST, ROOT } from '../project';

/** The runtime chosen when a function is created on the platform; it cannot be changed later. */
const FUNCTION_TARGET = 'node18';
const SOURCES = path.join(ROOT, 'cloudfunctions');

/** Each function's config.json by its name. */
type Configs = Readonly<Record<string, object>>;

/** Throws when the folders with an index.ts are others than those that are configured: one would be missing in the cloud. */
async function checkNames(sources: string, names: readonly string[]): Promise<void> {
  const entries = await readdir(sources);
  const found = entries.filter((name) => existsSync(path.join(sources, name, 'index.ts')));
  const unknown = found.find((name) => !names.includes(name));
  if (unknown) throw new Error(`cloudfunctions/${unknown} is not named in config/functions.ts.`);
  const missing = names.find((name) => !found.includes(name));
  if (missing)
    throw new Error(
      `config/functions.ts names ${missing}, but cloudfunctions/${missing}/index.ts is missing.`,
    );
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

interface Work {
  sources: string;
  out: string;
  name: string;
  config: object;
}

async function buildFunction({ sources, out, name, config }: Work): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [path.join(sources, name, 'index.ts')],
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
  const manifest = { name, version: '0.1.0', private: true, main: 'index.js' };
  await putFile(path.join(out, name, 'config.json'), `${JSON.stringify(config, null, 2)}\n`);
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
export async function buildFunctions(
  sources = SOURCES,
  out = FUNCTIONS_DIST,
  configs: Configs = functions,
): Promise<string[]> {
  const names = Object.keys(configs).sort();
  await checkNames(sources, names);
  await removeStrays(out, names);
  await Promise.all(
    Object.entries(configs).map(([name, config]) => buildFunction({ sources, out, name, config })),
  );
  return names;
}
