import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultOf, startCloud, type TestCloud } from './support/cloud';
import { answering, writeFunction } from './support/written';

const TRIGGER = { name: 'a', type: 'timer' };
/** A function's config.json, and what is said about it. */
const WRONG: Record<string, [config: string | object, said: string]> = {
  torn: ['{', 'SyntaxError'],
  list: ['[]', 'is not an object'],
  slow: [{ timeout: 61 }, 'timeout must be a number of seconds, up to 60'],
  big: [{ memorySize: 1, timout: 9 }, 'memorySize is 64 to 3072 MB'],
  variable: [{ envVariables: { A: 1 } }, 'envVariables is an object of texts'],
  cron: [
    { triggers: [{ ...TRIGGER, config: '* * * * * *' }] },
    'triggers cron "* * * * * *" has 6 fields, not 7',
  ],
  twice: [{ triggers: [{}, {}] }, 'triggers has more than one: the platform takes one trigger a function'],
  single: [{ triggers: TRIGGER }, 'triggers is a list'],
  allowed: [{ permissions: ['wxacode.getUnlimited'] }, 'permissions takes {openapi: [names]}'],
};

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startCloud(['echo'], {
    functionSettings: { given: { timeout: -1 } },
    prepare: (functionsDir) => {
      for (const [name, [config]] of Object.entries(WRONG))
        writeFunction(functionsDir, name, { 'index.js': answering('1'), 'config.json': config });
      writeFunction(functionsDir, 'given', { 'index.js': answering('1') });
      writeFunction(functionsDir, 'marked', {
        'index.js': answering('1'),
        'config.json': '\uFEFF{"timeout": 7}',
      });
      writeFunction(functionsDir, 'odd', {
        'index.js': answering('1'),
        'config.json': { timeOut: 9, runtime: 'x', permissions: { openAPI: [] }, triggers: [] },
      });
    },
  });
});
afterAll(() => cloud.end());

describe('[CFN-12] [CTM-4] a wrong config.json', () => {
  it.each(Object.entries(WRONG))('of "%s" fails its calls alone, by file and field', async (fn, [, said]) => {
    const reason = `${path.join(cloud.functionsDir, fn, 'config.json')}: ${said}`;
    expect(cloud.lines.join('\n')).toContain(`cannot be loaded: ${reason}`);
    const { requestID = '', ...answer } = await cloud.call(fn, {}, 'p');
    expect(answer).toMatchObject({ errCode: -504002 });
    expect(cloud.journal.call(requestID)?.reason).toContain(reason);
  });

  it('harms no other function', async () => {
    expect(await cloud.call('echo', {}, 'p')).toHaveProperty('result');
  });

  it('is told apart from wrong settings given at the start', async () => {
    expect(await cloud.call('given', {}, 'p')).toMatchObject({ errCode: -504002 });
    expect(cloud.lines.join('\n')).toContain(
      'functionSettings.given: timeout must be a number of seconds, up to 60',
    );
  });

  it('is not one that begins with the mark of a Windows editor', async () => {
    expect(resultOf(await cloud.call('marked', {}, 'p'))).toBe(1);
  });
});

describe('a field of config.json that is not known', () => {
  it('is said by file and name, and the function runs', async () => {
    const file = path.join(cloud.functionsDir, 'odd', 'config.json');
    expect(cloud.lines.filter((line) => line.startsWith(file))).toEqual([
      `${file}: timeOut has no effect (did you mean "timeout"?)`,
      `${file}: runtime has no effect`,
      `${file}: permissions.openAPI has no effect (did you mean "openapi"?)`,
    ]);
    expect(resultOf(await cloud.call('odd', {}, 'p'))).toBe(1);
    const big = path.join(cloud.functionsDir, 'big', 'config.json');
    expect(cloud.lines).toContain(`${big}: timout has no effect (did you mean "timeout"?)`);
  });
});
