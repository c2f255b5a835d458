import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { compiledCodeOf } from '../../emulator/functions/compiled-code';
import { resultOf, startCloud, type TestCloud, type TestCloudOptions } from './support/cloud';
import { writeFunction } from './support/written';

const COUNTER = `let calls = 0;
exports.main = async ({ waitMs = 0 }) => {
  calls += 1;
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  return calls;
};
`;

let cloud: TestCloud | undefined;
afterEach(() => cloud?.end());

async function startCounter(options: TestCloudOptions): Promise<TestCloud> {
  const prepare = (functionsDir: string) => writeFunction(functionsDir, 'counter', { 'index.js': COUNTER });
  cloud = await startCloud([], { ...options, prepare });
  return cloud;
}

const count = async (running: TestCloud, data: object = {}) =>
  resultOf<number>(await running.call('counter', data, 'p'));

describe('instances', () => {
  it('keep what a module holds, as long as they live', async () => {
    const warm = await startCounter({});
    expect([await count(warm), await count(warm), await count(warm)]).toEqual([1, 2, 3]);
  });

  it('are fresh for every call when the cloud is cold, also for calls at the same time', async () => {
    const cold = await startCounter({ cold: true });
    expect([await count(cold), await count(cold)]).toEqual([1, 1]);
    const counts = await Promise.all(Array.from({ length: 10 }, () => count(cold, { waitMs: 5 })));
    expect(counts).toEqual(Array.from({ length: 10 }, () => 1));
  });

  it('end when they were idle for the given time, and not while they are used', async () => {
    const tired = await startCounter({ idleMs: 400 });
    expect([await count(tired), await count(tired, { waitMs: 900 }), await count(tired)]).toEqual([1, 2, 3]);
    const counted: number[] = [];
    await expect
      .poll(async () => counted.push(await count(tired)) && counted.at(-1), { interval: 500, timeout: 5000 })
      .toBe(1);
  });

  it('are loaded at the start where that is asked for, else by the first call', async () => {
    const prepare = (functionsDir: string) => {
      for (const name of ['first', 'later'])
        writeFunction(functionsDir, name, { 'index.js': `console.log('${name} is loaded');\n${COUNTER}` });
    };
    cloud = await startCloud([], { prepare, loadAtStart: ['first'] });
    expect(cloud.lines).toEqual([expect.stringContaining('first is loaded')]);
    expect(resultOf(await cloud.call('later', {}, 'p'))).toBe(1);
    expect(cloud.lines).toContainEqual(expect.stringContaining('later is loaded'));
  });
});

describe('compiled code of a function', () => {
  it('is kept after a call, for the file as it was then, and what is spoiled is not run', async () => {
    const cold = await startCounter({ cold: true });
    const file = path.join(cold.functionsDir, 'counter', 'index.js');
    expect(compiledCodeOf(file).code).toBeUndefined();
    expect(await count(cold)).toBe(1);
    await expect.poll(() => compiledCodeOf(file).code?.byteLength).toBeGreaterThan(0);
    expect([await count(cold), await count(cold)]).toEqual([1, 1]);
    compiledCodeOf(file).keep(new Uint8Array(64));
    expect([await count(cold), await count(cold)]).toEqual([1, 1]);
    const before = compiledCodeOf(file);
    appendFileSync(file, '// another state\n');
    before.keep(new Uint8Array(64));
    expect(compiledCodeOf(file).code).toBeUndefined();
  });
});
