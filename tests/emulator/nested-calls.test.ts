import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultOf, startCloud, type TestCloud } from './support/cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startCloud(['asks', 'echo', 'misbehave', 'impatient']);
});
afterAll(() => cloud.end());

const ask = async (name: string, data: object = {}) =>
  resultOf<Record<string, unknown>>(await cloud.call('asks', { name, data }, 'resident_A'));

describe('a function that calls another', () => {
  it('[CFN-15] gets its result, with data that went through JSON', async () => {
    const { result } = await ask('echo', { at: new Date(0), gone: undefined });
    expect(result).toMatchObject({ event: { at: '1970-01-01T00:00:00.000Z' } });
    expect((result as { event: object }).event).not.toHaveProperty('gone');
  });

  it.each([
    ['nobody', {}, 'FUNCTION_NOT_FOUND'],
    ['misbehave', { how: 'throw' }, 'FUNCTIONS_EXECUTE_FAIL'],
    ['misbehave', { how: 'exit' }, 'FUNCTIONS_EXECUTE_FAIL'],
    ['impatient', { how: 'hang' }, 'FUNCTIONS_TIME_LIMIT_EXCEEDED'],
  ])('[CFN-15] sees a failure of %s %o as -1 with the code %s', async (name, data, code) => {
    expect(await ask(name, data)).toMatchObject({ errCode: -1, code });
  });
});
