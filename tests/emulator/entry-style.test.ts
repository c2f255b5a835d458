import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultOf, startCloud, type TestCloud } from './support/cloud';
import { writeFunction } from './support/written';

const STYLES = {
  plain: 'exports.main = (event, context) => ({ sum: event.a + event.b });',
  promise: 'exports.main = (event) => Promise.resolve(event.a);',
  callback: 'exports.main = (event, context, callback) => { setTimeout(() => callback(null, event.a), 5); };',
  refusing: "exports.main = (event, context, callback) => callback(new Error('the callback refuses'));",
  both: 'exports.main = async (event, context, callback) => event.b;',
  silent: 'exports.main = (event, context, callback) => {};',
};

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startCloud([], {
    functionSettings: { silent: { timeout: 0.2 } },
    prepare: (functionsDir) => {
      for (const [name, code] of Object.entries(STYLES))
        writeFunction(functionsDir, name, { 'index.js': code });
    },
  });
});
afterAll(() => cloud.end());

const call = (fn: string) => cloud.call(fn, { a: 1, b: 2 }, 'p');

describe('main', () => {
  it.each([
    ['plain', { sum: 3 }],
    ['promise', 1],
    ['callback', 1],
    ['both', 2],
  ])('may be written in the style "%s"', async (style, result) => {
    expect(resultOf(await call(style))).toEqual(result);
  });

  it('fails by its callback, which the log tells', async () => {
    expect(await call('refusing')).toMatchObject({ errCode: -504002 });
    expect(cloud.lines.join('\n')).toContain('the callback refuses');
  });

  it('runs into the time limit when it never calls back', async () => {
    expect(await call('silent')).toMatchObject({ errCode: -504003 });
  });
});
