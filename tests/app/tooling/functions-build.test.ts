import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildFunctions } from '../../../scripts/build/functions';

let folder: string;
let sources: string;
let out: string;
const GREET = { greet: { timeout: 3, permissions: { openapi: ['security.msgSecCheck'] } } };

async function write(file: string, content: string): Promise<void> {
  await mkdir(path.dirname(path.join(sources, file)), { recursive: true });
  await writeFile(path.join(sources, file), content);
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'yard-build-'));
  sources = path.join(folder, 'cloudfunctions');
  out = path.join(folder, 'out');
  await write(
    'greet/index.ts',
    "import { word } from '../kernel/word';\nexport const main = async () => word;\n",
  );
  await write('kernel/word.ts', "export const word: string = '您好';\n");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the build of the functions', () => {
  it('makes a folder that stands alone of each one, with the config.json that the data says', async () => {
    expect(await buildFunctions(sources, out, GREET)).toEqual(['greet']);
    expect((await readdir(path.join(out, 'greet'))).sort()).toEqual([
      'config.json',
      'index.js',
      'index.js.map',
      'package.json',
    ]);
    const built = createRequire(import.meta.url)(path.join(out, 'greet')) as { main: () => Promise<string> };
    expect(await built.main()).toBe('您好');
    const config = await readFile(path.join(out, 'greet', 'config.json'), 'utf8');
    expect(JSON.parse(config)).toEqual(GREET.greet);
  });

  it('leaves a file alone whose content is the same', async () => {
    await buildFunctions(sources, out, GREET);
    const before = await stat(path.join(out, 'greet', 'index.js'));
    await buildFunctions(sources, out, GREET);
    expect((await stat(path.join(out, 'greet', 'index.js'))).mtimeMs).toBe(before.mtimeMs);
    await write('kernel/word.ts', "export const word: string = '再见';\n");
    await buildFunctions(sources, out, GREET);
    expect(await readFile(path.join(out, 'greet', 'index.js'), 'utf8')).not.toContain('\\u60A8');
  });

  it('removes what was built from a function that is gone', async () => {
    await buildFunctions(sources, out, GREET);
    await write('part/index.ts', 'export const main = async () => 1;\n');
    await rm(path.join(sources, 'greet'), { recursive: true });
    expect(await buildFunctions(sources, out, { part: {} })).toEqual(['part']);
    expect(await readdir(out)).toEqual(['part']);
  });

  it('fails when a source does not compile, and when folders and data name different functions', async () => {
    await write('greet/index.ts', "import { nothing } from './nowhere';\nexport const main = nothing;\n");
    await expect(buildFunctions(sources, out, GREET)).rejects.toThrow('nowhere');
    await rm(path.join(sources, 'greet'), { recursive: true });
    await expect(buildFunctions(sources, out, GREET)).rejects.toThrow('greet/index.ts is missing');
    await write('part/index.ts', 'export const main = async () => 1;\n');
    await expect(buildFunctions(sources, out, {})).rejects.toThrow('part is not named');
  });
});
