import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { resultOf, startCloud, type TestCloud } from './support/cloud';
import { rawRequest } from './support/http';

const HUNG_UP = { errCode: -501001, errMsg: expect.stringContaining('socket hang up') as string };

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startCloud(['notes', 'files', 'whoami', 'wechat', 'diary']);
});
afterAll(() => cloud.end());
afterEach(() => cloud.faults.reset());

const step = async (data: object) => resultOf<unknown>(await cloud.call('notes', data, 'p'));

describe('a connection that breaks', () => {
  it.each([
    ['drop', 'done'],
    ['drop-before', 'not done'],
  ] as const)('by %s leaves the request %s, and the SDK says only that it hung up', async (then, how) => {
    const fault = cloud.faults.on({ action: 'database.insertDocument', then });
    expect(await step({ step: 'add', id: then, text: 'x' })).toMatchObject(HUNG_UP);
    const there = await step({ step: 'get', id: then });
    if (how === 'done') expect(there).toMatchObject({ text: 'x' });
    else expect(there).toMatchObject({ errCode: -1 });
    // The SDK asks once: inside a function it keeps no connection, and repeats nothing by itself.
    expect([fault.hits, cloud.faults.requests()['database.insertDocument']]).toEqual([1, 1]);
  });

  it('breaks for that request alone: the next one is answered', async () => {
    cloud.faults.on({ action: 'database.calculateDocument', then: 'drop' });
    expect(await step({ step: 'count' })).toMatchObject(HUNG_UP);
    expect(await step({ step: 'count' })).toEqual(expect.any(Number));
  });

  it('at a commit leaves a committed transaction behind an error without errCode', async () => {
    cloud.faults.on({ action: 'database.commitTransaction', then: 'drop' });
    expect(await step({ step: 'transact', id: 'unsure', text: 'x' })).toEqual({ code: 'ECONNRESET' });
    expect(await step({ step: 'get', id: 'unsure' })).toMatchObject({ text: 'x' });
    const [, call] = cloud.journal.calls({ fn: 'notes', limit: 2 });
    expect(call?.requests.slice(-2)).toMatchObject([
      { action: 'database.commitTransaction', code: 'ConnectionDropped' },
      { action: 'database.abortTransaction', code: 'DATABASE_TRANSACTION_FAIL' },
    ]);
  });

  it('before a commit leaves nothing of the transaction', async () => {
    cloud.faults.on({ action: 'database.commitTransaction', then: 'drop-before' });
    expect(await step({ step: 'transact', id: 'never', text: 'x' })).toEqual({ code: 'ECONNRESET' });
    expect(await step({ step: 'get', id: 'never' })).toMatchObject({ errCode: -1 });
    expect(await step({ step: 'transact', id: 'never', text: 'again' })).toBe('committed');
  });

  it.each([
    ['storage.putObject', 'files', { step: 'upload', path: 'a.png', base64: 'AA==' }, -1],
    [
      'openapi.wxacode.getUnlimited',
      'wechat',
      { group: 'wxacode', name: 'getUnlimited', data: { scene: 'a' } },
      -501001,
    ],
  ])('is seen at %s too', async (action, fn, data, errCode) => {
    cloud.faults.on({ action, then: 'drop' });
    expect(resultOf(await cloud.call(fn, data, 'p'))).toMatchObject({ errCode });
  });

  it('makes a nested call fail, although the called function ran', async () => {
    cloud.faults.on({ action: 'functions.invokeFunction', then: 'drop' });
    expect(
      await cloud.call('whoami', { nested: 'diary', data: { action: 'ask', times: 1 } }, 'nester'),
    ).toMatchObject({
      errCode: -504002,
    });
    expect(cloud.journal.calls({ openid: 'nester', limit: 1 })).toMatchObject([
      { fn: 'diary', state: 'done' },
    ]);
  });

  it("breaks a phone's connection, and shows it as a lost network", async () => {
    cloud.faults.on({ action: 'call.notes', times: 2, then: 'drop' });
    const data = { step: 'add', id: 'lost', text: 'x' };
    expect(await cloud.call('notes', data, 'p')).toEqual({
      errCode: -601003,
      errMsg: 'cloud.callFunction:fail system network error',
    });
    const headers = { 'x-local-token': cloud.token, 'x-local-openid': 'p' };
    const called = rawRequest(cloud.port, {
      method: 'POST',
      path: '/call/notes',
      headers,
      body: '{"step":"count"}',
    });
    await expect(called).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(await step({ step: 'get', id: 'lost' })).toMatchObject({ text: 'x' });
  });
});

describe('a quota that is used up', () => {
  it('refuses without doing it, and names itself to whoever looks at the code', async () => {
    cloud.faults.on({ action: 'database.insertDocument', then: 'quota' });
    expect(await step({ step: 'add', id: 'over', text: 'x' })).toMatchObject({ errCode: -501001 });
    expect(cloud.journal.calls({ limit: 1 })[0]?.requests).toMatchObject([{ code: 'EXCEED_RATELIMIT' }]);
    expect(await step({ step: 'get', id: 'over' })).toMatchObject({ errCode: -1 });
  });
});
