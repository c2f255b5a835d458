import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Admin, adminOf } from './support/admin';
import { startCloud, type TestCloud } from './support/cloud';
import { containing, matching } from './support/expecting';

/* What /admin answers to whoever has the functions' credentials: what the SDK itself never sends, or never shows. */

let cloud: TestCloud;
let admin: Admin;
beforeAll(async () => {
  cloud = await startCloud(['credentials', 'whoami', 'echo']);
  admin = await adminOf(cloud);
});
afterAll(() => cloud.end());

const invoke = async (fn: string, fields: object = {}) => {
  const { data } = await admin.ask({ action: 'functions.invokeFunction', function_name: fn, ...fields });
  return JSON.parse((data as { response_data: string }).response_data) as Record<string, unknown>;
};
const count = { action: 'database.calculateDocument', collectionName: 'notes', query: '{}' };

describe('an answer of /admin', () => {
  it('has HTTP status 200, a request id, and either data or a code with a message', async () => {
    expect(await admin.ask(count)).toEqual({ requestId: matching(/^[\da-f-]{16,}$/), data: { total: 0 } });
    expect(await admin.ask({ ...count, collectionName: 'nowhere' })).toEqual({
      requestId: matching(/^[\da-f-]{16,}$/),
      code: 'DATABASE_COLLECTION_NOT_EXIST',
      message: expect.any(String) as string,
    });
  });

  it('refuses another environment by its name, and takes its own by text or as an object', async () => {
    expect(await admin.ask({ ...count, envName: 'elsewhere-1' })).toMatchObject({
      code: 'INVALID_PARAM',
      message: containing('elsewhere-1'),
    });
    for (const envName of ['local-cloud', '', { database: 'local-cloud' }]) {
      expect(await admin.ask({ ...count, envName })).toMatchObject({ data: { total: 0 } });
    }
  });

  it.each(['storage.copyFile', 'database.watchDocument', 'wx.wxPayApi', 'nothing'])(
    'refuses the action %s by its name',
    async (action) => {
      expect(await admin.ask({ action })).toMatchObject({
        code: expect.any(String) as string,
        message: containing(action),
      });
    },
  );

  it('refuses by name what comes as multipart and is no openapi call', async () => {
    const body = '--b\r\nContent-Disposition: form-data; name="action"\r\n\r\nwx.wxPayApi\r\n--b--\r\n';
    const answer = await admin.send(body, { 'content-type': 'multipart/form-data; boundary=b' });
    expect(answer.json()).toMatchObject({ code: 'INVALID_PARAM', message: containing('wx.wxPayApi') });
  });

  it('is not given to a page in a browser, which always names its origin, whatever it knows', async () => {
    for (const origin of [cloud.url, `http://localhost:${cloud.port}`]) {
      const answer = await admin.send(JSON.stringify(count), { origin });
      expect([answer.status, answer.json()]).toEqual([403, expect.objectContaining({ errCode: -501008 })]);
    }
  });

  it('refuses a request above 12 MB', async () => {
    expect((await admin.send(Buffer.alloc(12 * 1024 * 1024 + 1, 'x'))).status).toBe(413);
  });
});

describe('a function that is called through /admin', () => {
  it('gets an empty event when no data was sent', async () => {
    expect((await invoke('echo')).event).toEqual({});
    expect((await invoke('echo', { request_data: '' })).event).toEqual({});
  });

  it.each([
    ['none', undefined],
    ['of another make', 'made.up'],
    ['with another name in it', 'FORGED'],
  ])('knows nobody by a token %s', async (_, given) => {
    const claim = { fn: 'echo', requestId: 'r', openid: 'resident_A', source: 'wx_client' };
    const forged = `${Buffer.from(JSON.stringify(claim)).toString('base64url')}.${'A'.repeat(43)}`;
    const wxCloudApiToken = given === 'FORGED' ? forged : given;
    const { before } = await invoke('whoami', { wxCloudApiToken });
    expect(before).toMatchObject({ SOURCE: 'scf' });
    expect(before).not.toHaveProperty('OPENID');
  });
});
