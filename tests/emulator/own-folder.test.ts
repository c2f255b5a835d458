import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultOf, startCloud, type TestCloud } from './support/cloud';
import { answering, writeFunction } from './support/written';

const TELLS_SDK =
  "const { version } = require('wx-server-sdk/package.json');\nexports.main = () => version;\n";

const SDK_VERSION = (createRequire(import.meta.url)('wx-server-sdk/package.json') as { version: string })
  .version;

/** Requests for what lies above the folder of the function. */
const ABOVE: Record<string, string> = { upwards: '..', upward: '../', beside: '../beside' };

let cloud: TestCloud;

function deployProject(functionsDir: string): void {
  writeFunction(path.dirname(functionsDir), 'node_modules/above', {
    'index.js': 'module.exports = "above";',
  });
  writeFunction(functionsDir, 'common', { 'words.js': 'module.exports = "words";' });
  writeFunction(functionsDir, 'own', {
    'index.js': answering("[require('inside'), require('./lib/part')]"),
    'lib/part.js': "module.exports = require('inside') + ' in a part';",
    'node_modules/inside/index.js': 'module.exports = "inside";',
  });
  writeFunction(functionsDir, 'climber', { 'index.js': "exports.main = () => require('../common/words');" });
  writeFunction(functionsDir, 'around', {
    'index.js':
      "exports.name = 'around';\nexports.main = () => [...require('./lib/part'), ...require('./here')];",
    'here.js': "module.exports = ['.', './', './lib/..'].map((place) => require(place).name);",
    'lib/part.js': "module.exports = ['..', '../', '../.'].map((place) => require(place).name);",
  });
  for (const [name, request] of Object.entries(ABOVE))
    writeFunction(functionsDir, name, { 'index.js': `exports.main = () => require('${request}');` });
  writeFunction(functionsDir, '.', { 'beside.js': '', 'index.js': '' });
  writeFunction(functionsDir, 'marked', {
    'index.js': "exports.main = () => require('left-out');",
    'package.json': '\uFEFF{"dependencies": {"left-out": "1"}}',
  });
  writeFunction(functionsDir, 'taker', { 'index.js': "exports.main = () => require('above');" });
  writeFunction(functionsDir, 'installs', {
    'index.js': "exports.main = () => require('left-out');",
    'package.json': { dependencies: { 'left-out': '1' } },
  });
  writeFunction(functionsDir, 'borrows', {
    'index.js': TELLS_SDK,
    'package.json': { dependencies: { 'wx-server-sdk': 'latest' } },
  });
  writeFunction(functionsDir, 'forgets', { 'index.js': TELLS_SDK });
  writeFunction(functionsDir, 'brings', {
    'index.js': TELLS_SDK,
    'node_modules/wx-server-sdk/package.json': { version: 'its own' },
  });
}

beforeAll(async () => {
  cloud = await startCloud([], { prepare: deployProject });
});
afterAll(() => cloud.end());

/** What the log says of the SDK of a function. */
const told = ({ lines }: TestCloud, fn: string) =>
  lines.filter((line) => line.includes(`functions/${fn}: the local`));
const log = () => cloud.lines.join('\n');

describe('a function finds', () => {
  it('files and packages of its own folder', async () => {
    expect(resultOf(await cloud.call('own', {}, 'p'))).toEqual(['inside', 'inside in a part']);
  });

  it('its folder by any name of it', async () => {
    expect(resultOf(await cloud.call('around', {}, 'p'))).toEqual(Array(6).fill('around'));
  });

  it.each(Object.entries(ABOVE))('nothing above its folder: %s', async (fn, request) => {
    expect(await cloud.call(fn, {}, 'p')).toMatchObject({ errCode: -504002 });
    expect(log()).toContain(`Cannot find module '${request}': only the folder of the function is uploaded`);
  });

  it('no file above its folder: only the folder is uploaded', async () => {
    expect(await cloud.call('climber', {}, 'p')).toMatchObject({ errCode: -504002 });
    expect(log()).toContain(
      "Cannot find module '../common/words': only the folder of the function is uploaded",
    );
  });

  it('no package of a folder above, such as this machine may have', async () => {
    expect(await cloud.call('taker', {}, 'p')).toMatchObject({ errCode: -504002 });
    expect(log()).toContain("Cannot find module 'above'");
  });

  it('no package that nobody installed, and says how to install it', async () => {
    expect(await cloud.call('installs', {}, 'p')).toMatchObject({ errCode: -504002 });
    expect(log()).toMatch(/'left-out', which package.json names: run npm install in \S+installs/);
    expect(await cloud.call('marked', {}, 'p')).toMatchObject({ errCode: -504002 });
    expect(log()).toMatch(/'left-out', which package.json names: run npm install in \S+marked/);
  });

  it('its own SDK before that of the local cloud', async () => {
    expect(resultOf(await cloud.call('brings', {}, 'p'))).toBe('its own');
    expect(log()).not.toContain('not installed in ' + path.join(cloud.functionsDir, 'brings'));
  });

  it("the local cloud's SDK when it has none; the log says whether the platform would find one", async () => {
    const versions = [await cloud.call('borrows', {}, 'p'), await cloud.call('forgets', {}, 'p')];
    expect(versions.map((answer) => resultOf(answer))).toEqual([SDK_VERSION, SDK_VERSION]);
    await expect
      .poll(() => told(cloud, 'borrows'))
      .toEqual([expect.stringMatching(new RegExp(`own, version ${SDK_VERSION}, is used$`))]);
    await expect
      .poll(() => told(cloud, 'forgets'))
      .toEqual([expect.stringMatching(/platform would not find it$/)]);
  });

  it('that SDK in every instance, and the log says it once', async () => {
    const cold = await startCloud([], { prepare: deployProject, cold: true });
    for (let i = 0; i < 3; i += 1) expect(resultOf(await cold.call('borrows', {}, 'p'))).toBe(SDK_VERSION);
    await cold.close();
    expect(told(cold, 'borrows')).toHaveLength(1);
    await cold.end();
  });
});
