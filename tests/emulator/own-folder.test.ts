import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultOf, startCloud, type TestCloud } from './support/cloud';
import { answering, writeFunction } from './support/written';

const TELLS_SDK = "const { version } = require('wx-server-sdk');\nexports.main = () => version;\n";

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
    'node_modules/wx-server-sdk/index.js': 'exports.version = "its own";',
  });
}

beforeAll(async () => {
  cloud = await startCloud([], { prepare: deployProject });
});
afterAll(() => cloud.end());

const log = () => cloud.lines.join('\n');

describe('a function finds', () => {
  it('files and packages of its own folder', async () => {
    expect(resultOf(await cloud.call('own', {}, 'p'))).toEqual(['inside', 'inside in a part']);
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
  });

  it('its own SDK before that of the local cloud', async () => {
    expect(resultOf(await cloud.call('brings', {}, 'p'))).toBe('its own');
    expect(log()).not.toContain('not installed in ' + path.join(cloud.functionsDir, 'brings'));
  });

  it("the local cloud's SDK when it has none; the log says so once, and whether the platform would find one", async () => {
    const calls = ['borrows', 'forgets'].flatMap((fn) => [1, 2, 3].map(() => cloud.call(fn, {}, 'p')));
    const versions = (await Promise.all(calls)).map((answer) => resultOf(answer));
    expect(new Set(versions).size).toBe(1);
    const told = (fn: string) => cloud.lines.filter((line) => line.includes(`functions/${fn}: the local`));
    await expect.poll(() => told('borrows')).toEqual([expect.stringMatching(/own is used$/)]);
    await expect.poll(() => told('forgets')).toEqual([expect.stringMatching(/platform would not find it$/)]);
  });
});
