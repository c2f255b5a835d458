import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const callFunction = vi.fn();
const uploadFile = vi.fn();
let networkType = 'wifi';

vi.mock('@tarojs/taro', () => ({
  default: {
    cloud: { callFunction, uploadFile, init: vi.fn() },
    getNetworkType: () => Promise.resolve({ networkType }),
  },
}));

const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const me = { personId: 'p1', name: null, ties: [], offices: [] };
const answered = (envelope: object) => ({ result: { now: NOW, ...envelope } });
const refused = (code: string) =>
  answered({ ok: false, error: { code, requestId: 'r-1', fields: { name: '请填写称呼' } } });

/** The module reads the target once, when it is loaded. */
async function loadCloud() {
  vi.stubEnv('TARO_ENV', 'weapp');
  vi.resetModules();
  return { ...(await import('@/services/cloud')), ...(await import('@/services/server-clock')) };
}

/** The outcome of a call whose pauses and time limit pass at once. */
async function outcome(work: Promise<unknown>) {
  const settled = work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  await vi.runAllTimersAsync();
  return settled;
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW - 90_000 });
  vi.stubGlobal('LOCAL_BUILD', false);
  callFunction.mockReset();
  uploadFile.mockReset();
  networkType = 'wifi';
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

describe('a call', () => {
  it('sends action and input to the gateway and gives back the data', async () => {
    const { call } = await loadCloud();
    callFunction.mockResolvedValue(answered({ ok: true, data: me }));
    expect(await outcome(call('members.me', {}))).toEqual({ value: me });
    expect(callFunction).toHaveBeenCalledExactlyOnceWith({
      name: 'api',
      data: { action: 'members.me', input: {} },
    });
  });

  it("learns the server's clock from the answer", async () => {
    const { call, serverNow } = await loadCloud();
    callFunction.mockResolvedValue(answered({ ok: true, data: me }));
    await call('members.me', {});
    expect(serverNow()).toBe(NOW);
  });

  it('throws a refusal with its code, fields and request id, and does not send again', async () => {
    const { call } = await loadCloud();
    callFunction.mockResolvedValue(refused('INVALID_INPUT'));
    expect(await outcome(call('members.me', {}))).toMatchObject({
      error: { code: 'INVALID_INPUT', requestId: 'r-1', fields: { name: '请填写称呼' } },
    });
    expect(callFunction).toHaveBeenCalledTimes(1);
  });

  it('asks again with the same input after a lost answer and after BUSY', async () => {
    const { call } = await loadCloud();
    callFunction
      .mockRejectedValueOnce(new Error('request:fail'))
      .mockResolvedValueOnce(refused('BUSY'))
      .mockResolvedValueOnce(answered({ ok: true, data: me }));
    const input = { clientId: 'client-1234', name: '王大姐', consentVersion: '2026-01-01' };
    expect(await outcome(call('members.signIn', input))).toEqual({ value: me });
    expect(callFunction.mock.calls.map(([sent]) => sent as unknown)).toEqual(
      Array.from({ length: 3 }, () => ({ name: 'api', data: { action: 'members.signIn', input } })),
    );
  });

  it('gives up after three attempts and says that no answer came', async () => {
    const { call } = await loadCloud();
    callFunction.mockRejectedValue(new Error('request:fail'));
    expect(await outcome(call('members.me', {}))).toMatchObject({ error: { code: 'NO_ANSWER' } });
    expect(callFunction).toHaveBeenCalledTimes(3);
  });

  it('does not wait for ever', async () => {
    const { call } = await loadCloud();
    callFunction.mockReturnValue(new Promise(() => undefined));
    expect(await outcome(call('members.me', {}))).toMatchObject({ error: { code: 'NO_ANSWER' } });
  });

  it('says at once that the phone has no network', async () => {
    const { call } = await loadCloud();
    networkType = 'none';
    callFunction.mockRejectedValue(new Error('request:fail'));
    expect(await outcome(call('members.me', {}))).toMatchObject({ error: { code: 'OFFLINE' } });
    expect(callFunction).toHaveBeenCalledTimes(1);
  });

  it.each([null, 'a page of HTML', { answer: 42 }])('takes %j for no answer', async (result) => {
    const { call } = await loadCloud();
    callFunction.mockResolvedValue({ result });
    expect(await outcome(call('members.me', {}))).toMatchObject({ error: { code: 'NO_ANSWER' } });
  });
});

describe('a photo', () => {
  it('goes into storage under a name of its own and gives its file id', async () => {
    const { uploadPhoto } = await loadCloud();
    uploadFile.mockResolvedValue({ fileID: 'cloud://yard.6261/photos/a.png' });
    expect(await outcome(uploadPhoto({ path: 'wxfile://tmp_a.PNG', size: 400_000 }))).toEqual({
      value: 'cloud://yard.6261/photos/a.png',
    });
    expect(uploadFile).toHaveBeenCalledExactlyOnceWith({
      cloudPath: expect.stringMatching(/^photos\/[a-z0-9-]{8,40}\.png$/) as string,
      filePath: 'wxfile://tmp_a.PNG',
    });
  });

  it('that is too large is not sent', async () => {
    const { uploadPhoto } = await loadCloud();
    const photo = { path: 'wxfile://tmp_b.jpg', size: 11 * 1024 * 1024 };
    expect(await outcome(uploadPhoto(photo))).toMatchObject({ error: { code: 'PHOTO_TOO_LARGE' } });
    expect(uploadFile).not.toHaveBeenCalled();
  });
});
