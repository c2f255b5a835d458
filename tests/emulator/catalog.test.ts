import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { functionNames, readEntry } from '../../emulator/functions/catalog';
import { writeFunction } from './support/written';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'catalog-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (config?: string | object, settings = {}) => {
  writeFunction(folder, 'fn', { 'index.js': '', ...(config === undefined ? {} : { 'config.json': config }) });
  return readEntry(folder, 'fn', settings);
};
/** Why a config.json is not taken: thrown, or kept with the function that cannot run. */
function faultOf(config: string | object): string {
  try {
    const entry: object = read(config);
    return 'fault' in entry ? String(entry.fault) : '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}
const trigger = { name: 'each-minute', type: 'timer', config: '0 * * * * * *' };

describe('the config.json of a function', () => {
  it('[CFN-12] may be missing: then it has 3 s, 256 MB, no variables, no trigger and no permission', () => {
    expect(read()).toMatchObject({
      name: 'fn',
      file: path.join(folder, 'fn/index.js'),
      timeLimitMs: 3000,
      memoryMb: 256,
      variables: {},
      triggers: [],
      openapi: new Set(),
    });
  });

  it('says all of it', () => {
    const permissions = { openapi: ['wxacode.getUnlimited'] };
    const envVariables = { A: '1' };
    expect(
      read({ timeout: 60, memorySize: 3072, envVariables, triggers: [trigger], permissions }),
    ).toMatchObject({
      timeLimitMs: 60_000,
      memoryMb: 3072,
      variables: envVariables,
      triggers: [{ fn: 'fn', name: trigger.name, config: trigger.config }],
      openapi: new Set(permissions.openapi),
    });
  });

  it('gives way to the settings from outside, field by field', () => {
    const config = { timeout: 5, memorySize: 128, envVariables: { A: '1', B: '1' } };
    expect(read(config, { timeout: 7, envVariables: { A: '2' } })).toMatchObject({
      timeLimitMs: 7000,
      memoryMb: 128,
      variables: { A: '2' },
    });
  });

  it.each([
    ['{', 'config.json'],
    [{ timeout: 0 }, 'timeout'],
    [{ timeout: 60.5 }, 'timeout'],
    [{ timeout: '3' }, 'timeout'],
    [{ memorySize: 63 }, 'memorySize'],
    [{ memorySize: 3073 }, 'memorySize'],
    [{ memorySize: '256' }, 'memorySize'],
    [{ envVariables: { A: 1 } }, 'envVariables'],
    [{ envVariables: { '1A': 'x' } }, 'envVariables'],
    [{ envVariables: 'A=1' }, 'envVariables'],
    [{ permissions: { openapi: 'wxacode.getUnlimited' } }, 'permissions'],
    [{ permissions: { openapi: [1] } }, 'permissions'],
    [{ triggers: [trigger, { ...trigger, name: 'other' }] }, 'one trigger'],
    [{ triggers: [{ ...trigger, type: 'cos' }] }, 'trigger'],
    [{ triggers: [{ ...trigger, name: undefined }] }, 'trigger'],
    [{ triggers: [{ ...trigger, config: '* * * * *' }] }, 'cron'],
  ])('[CTM-4] is refused by its name and its fault: %j', (config, fault) => {
    expect(faultOf(config)).toContain(path.join(folder, 'fn/config.json'));
    expect(faultOf(config)).toContain(fault);
  });

  it('makes no function of a folder without index.js', () => {
    mkdirSync(path.join(folder, 'common'));
    writeFunction(folder, 'b', { 'index.js': '' });
    writeFunction(folder, 'a', { 'index.js': '' });
    expect(functionNames(folder)).toEqual(['a', 'b']);
  });
});
