import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultOf, startCloud, type TestCloud } from './support/cloud';
import { answering, writeFunction } from './support/written';

const INSTEAD = "put the ES module into a file .mjs and load it with await import('./entry.mjs')";
const EXPORTS = 'export const main = () => 1;\n';
/** Files of a function that the platform cannot load, and what is said about it. */
const REFUSED: Record<string, [files: Record<string, string | object>, said: string]> = {
  exporting: [{ 'index.js': EXPORTS }, 'index.js uses import or export'],
  importing: [
    { 'index.js': "#!/usr/bin/env node\nimport fs from 'fs';\nexports.main = () => typeof fs;" },
    'index.js uses import or export',
  ],
  typed: [
    { 'index.js': answering('1'), 'package.json': { type: 'module' } },
    'index.js is an ES module by "type": "module" in package.json',
  ],
  partly: [
    { 'index.js': "require('./lib/part'); exports.main = () => 1;", 'lib/part.js': EXPORTS },
    'lib/part.js uses import or export',
  ],
  suffixed: [
    { 'index.js': "require('./part.mjs'); exports.main = () => 1;", 'part.mjs': EXPORTS },
    'part.mjs is an ES module',
  ],
  marked: [
    { 'index.js': answering('1'), 'package.json': '\uFEFF{"type": "module"}' },
    'index.js is an ES module by "type": "module" in package.json',
  ],
  begun: [{ 'index.js': `\uFEFF${EXPORTS}` }, 'index.js uses import or export'],
  packaged: [
    {
      'index.js': "require('modern'); exports.main = () => 1;",
      'node_modules/modern/package.json': { type: 'module', main: 'index.js' },
      'node_modules/modern/index.js': EXPORTS,
    },
    'node_modules/modern/index.js is an ES module by "type": "module" in node_modules/modern/package.json',
  ],
};

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startCloud([], {
    prepare: (functionsDir) => {
      writeFileSync(path.join(functionsDir, 'package.json'), '{"type": "module"}');
      for (const [name, [files]] of Object.entries(REFUSED)) writeFunction(functionsDir, name, files);
      writeFunction(functionsDir, 'mainless', { 'index.js': 'exports.handler = () => 1;' });
      writeFunction(functionsDir, 'plain', { 'index.js': answering('1') });
      writeFunction(functionsDir, 'quotes', {
        'index.js': `const text = \`\nexport const a = 1;\nimport b from 'b';\n\`;\n${answering('text.length')}`,
      });
      writeFunction(functionsDir, 'entered', {
        'index.js': "exports.main = async () => (await import('./entry.mjs')).entry();",
        'entry.mjs': "export const entry = () => 'entered';",
      });
      writeFunction(functionsDir, 'dual', {
        'index.js': "exports.main = () => require('dual');",
        'node_modules/dual/package.json': { type: 'module', exports: { require: './index.cjs' } },
        'node_modules/dual/index.cjs': "module.exports = 'dual';",
      });
      writeFunction(functionsDir, 'synced', {
        'index.js': "exports.main = () => require('synced');",
        'node_modules/synced/package.json': {
          exports: { 'module-sync': './index.mjs', default: './index.js' },
        },
        'node_modules/synced/index.mjs': "export default 'an ES module';",
        'node_modules/synced/index.js': "module.exports = 'synced';",
      });
      writeFunction(functionsDir, 'odd', {
        'index.js': "exports.main = () => [require('odd/a.umd'), require('odd/b')];",
        'node_modules/odd/package.json': {
          type: 'module',
          exports: { './a.umd': './a.umd', './b': './b' },
        },
        'node_modules/odd/a.umd': "module.exports = 'a';",
        'node_modules/odd/b': "module.exports = 'b';",
      });
      writeFunction(functionsDir, 'long', { 'index.js': `${'\n'.repeat(300_000)}${answering("'long'")}` });
      writeFunction(functionsDir, 'wrong', { 'index.js': 'exports.main = () => {\n  const = 1;\n};\n' });
      writeFunction(functionsDir, 'lacks', { 'index.js': "require('./part'); exports.main = () => 1;" });
    },
  });
});
afterAll(() => cloud.end());

/** All that was said when a function could not be loaded. */
const said = (fn: string) => cloud.lines.find((line) => line.includes(fn)) ?? '';

describe('[CFN-17] a function is CommonJS', () => {
  it('whatever a package.json above its folder says: only the folder is uploaded', async () => {
    expect(resultOf(await cloud.call('plain', {}, 'p'))).toBe(1);
    expect(resultOf(await cloud.call('quotes', {}, 'p'))).toBe(40);
  });

  it.each(Object.entries(REFUSED))('and is refused by name when it is not: %s', async (fn, [, reason]) => {
    expect(await cloud.call(fn, {}, 'p')).toMatchObject({ errCode: -504002 });
    const [record] = cloud.journal.calls({ fn });
    expect(record?.reason).toContain(`${reason}: the platform loads functions as CommonJS`);
    expect(record?.reason).toContain(INSTEAD);
    expect(cloud.lines.join('\n')).not.toContain('To load an ES module');
  });

  it('and may load ES modules as the platform documents it, and packages that are both', async () => {
    expect(resultOf(await cloud.call('entered', {}, 'p'))).toBe('entered');
    expect(resultOf(await cloud.call('dual', {}, 'p'))).toBe('dual');
  });

  it('and takes of a package what a Node has that cannot require ES modules', async () => {
    expect(resultOf(await cloud.call('synced', {}, 'p'))).toBe('synced');
  });

  it('and may require files of an ES package that do not end in .js', async () => {
    expect(resultOf(await cloud.call('odd', {}, 'p'))).toEqual(['a', 'b']);
  });

  it('and is looked through at once, however many blank lines it has', async () => {
    expect(resultOf(await cloud.call('long', {}, 'p'))).toBe('long');
  });
});

describe('why a function cannot be loaded', () => {
  it('is that it exports no main', async () => {
    await expect.poll(() => cloud.lines.join('\n')).toContain('index.js exports no function `main`');
    expect(await cloud.call('mainless', {}, 'p')).toMatchObject({ errCode: -504002 });
  });

  it('is said with its own lines only', async () => {
    const wrong = path.join(cloud.functionsDir, 'wrong', 'index.js');
    await expect
      .poll(() => said(`${wrong}:2`))
      .toBe(`cannot be loaded: ${wrong}:2\n  const = 1;\n        ^\n\nSyntaxError: Unexpected token '='`);
    const lacks = path.join(cloud.functionsDir, 'lacks', 'index.js');
    await expect
      .poll(() => said(lacks))
      .toBe(
        `cannot be loaded: Error: Cannot find module './part'\nRequire stack:\n- ${lacks}\n    at Object.<anonymous> (${lacks}:1:1)`,
      );
  });
});
