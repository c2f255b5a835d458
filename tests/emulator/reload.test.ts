import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClock } from '../../emulator';
import { resultOf, startCloud, type TestCloud } from './support/cloud';
import { answering, writeFunction } from './support/written';

let cloud: TestCloud;
const clock = createClock({ frozenAt: Date.UTC(2026, 2, 1) });
const write = (name: string, files: Record<string, string | object>) =>
  writeFunction(cloud.functionsDir, name, files);
const ask = (fn: string, data: object = {}) => cloud.call(fn, data, 'p');
/** Resolves when the function answers that, or nothing when it fails. */
const answers = (fn: string) =>
  expect.poll(async () => ('result' in (await ask(fn)) ? resultOf(await ask(fn)) : 'fails'), {
    timeout: 10_000,
  });
const logged = (line: string) =>
  expect.poll(() => cloud.lines.join('\n'), { timeout: 10_000 }).toContain(line);

beforeAll(async () => {
  cloud = await startCloud(['echo'], { watch: true, clock, timers: true });
});
afterAll(() => cloud.end());

describe('a function whose files change', () => {
  it('is taken when its folder appears, and answers nobody when it is gone', async () => {
    write('newcomer', { 'index.js': answering('"here"') });
    await answers('newcomer').toBe('here');
    rmSync(path.join(cloud.functionsDir, 'newcomer'), { recursive: true });
    await expect.poll(() => ask('newcomer')).toMatchObject({ errCode: -501000 });
  });

  it('answers by its new code, while a call that runs ends by the old one', async () => {
    const holder = `
      exports.main = async (event) => {
        if (event.wait) await new Promise((resolve) => setTimeout(resolve, event.wait));
        return 'WORD';
      };`;
    write('holding', { 'index.js': holder.replace('WORD', 'old') });
    await answers('holding').toBe('old');
    const running = ask('holding', { wait: 2000 });
    write('holding', { 'index.js': holder.replace('WORD', 'new') });
    await answers('holding').toBe('new');
    expect(resultOf(await running)).toBe('old');
  });

  it('also when the folder is replaced by another one, or a part of it in a folder below', async () => {
    write('swapped', {
      'index.js': "exports.main = require('./lib/part');",
      'lib/part.js': 'module.exports = () => 1;',
    });
    await answers('swapped').toBe(1);
    write('swapped', { 'lib/part.js': 'module.exports = () => 22;' });
    await answers('swapped').toBe(22);
    write('next', { 'lib/part.js': 'module.exports = () => 333;' });
    rmSync(path.join(cloud.functionsDir, 'swapped/lib'), { recursive: true });
    renameSync(path.join(cloud.functionsDir, 'next/lib'), path.join(cloud.functionsDir, 'swapped/lib'));
    await answers('swapped').toBe(333);
    write('swapped', { 'lib/part.js': 'module.exports = () => 4444;' });
    await answers('swapped').toBe(4444);
  });

  it('fails while it cannot be loaded, and the log says why, until it is mended', async () => {
    write('breaking', { 'index.js': answering('1') });
    await answers('breaking').toBe(1);
    write('breaking', { 'index.js': 'this is no program' });
    await answers('breaking').toBe('fails');
    await logged('SyntaxError');
    write('breaking', { 'index.js': answering('"mended"') });
    await answers('breaking').toBe('mended');
  });

  it('fails while its config.json is wrong, and the log names it', async () => {
    write('misled', { 'index.js': answering('1') });
    await answers('misled').toBe(1);
    write('misled', { 'config.json': '{"timeout": 100}' });
    await answers('misled').toBe('fails');
    await logged(`${path.join('misled', 'config.json')}: timeout must be a number of seconds, up to 60`);
    write('misled', { 'config.json': {} });
    await answers('misled').toBe(1);
  });
});

describe('a config.json that changes', () => {
  it('gives other variables and another time limit', async () => {
    write('settings', {
      'index.js': 'exports.main = (event, context) => [process.env.WORD, context.time_limit_in_ms];',
      'config.json': { envVariables: { WORD: 'first' } },
    });
    await answers('settings').toEqual(['first', 3000]);
    write('settings', { 'config.json': { timeout: 7, envVariables: { WORD: 'second' } } });
    await answers('settings').toEqual(['second', 7000]);
  });

  it('gives and takes permissions', async () => {
    const use = `
      const cloud = require('wx-server-sdk');
      cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
      exports.main = () => cloud.openapi.wxacode.getUnlimited({ scene: 'a' }).then(() => 'made', (e) => e.errCode);`;
    write('permitted', { 'index.js': use, 'config.json': { timeout: 20 } });
    await answers('permitted').toBe(-604101);
    write('permitted', {
      'config.json': { timeout: 20, permissions: { openapi: ['wxacode.getUnlimited'] } },
    });
    await answers('permitted').toBe('made');
  });

  it('starts a timer from now on, and ends it', async () => {
    const trigger = { name: 'each-minute', type: 'timer', config: '0 * * * * * *' };
    write('timed', { 'index.js': "exports.main = (event) => console.log('fired', event.Time);" });
    await answers('timed').toBeNull();
    write('timed', { 'config.json': { triggers: [trigger] } });
    await expect.poll(() => cloud.lines.filter((line) => line === 'reloaded').length).toBeGreaterThan(0);
    const fired = () => cloud.lines.filter((line) => line.startsWith('fired 2026'));
    await expect.poll(async () => (await clock.advance(60_000), fired().length), { timeout: 10_000 }).toBe(1);
    write('timed', { 'config.json': {} });
    await expect
      .poll(async () => {
        const before = fired().length;
        await clock.advance(60_000);
        return fired().length - before;
      })
      .toBe(0);
  });
});
