import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultOf, startCloud, type TestCloud } from './support/cloud';
import { writeFunction } from './support/written';

/* The environment of a function and its second argument, as it sees them itself. */

const ENVIRONMENT = `
const cloud = require('wx-server-sdk');
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
exports.main = async ({ assign = {}, drop = [] }, context) => {
  const before = { ...process.env };
  Object.assign(process.env, assign);
  for (const name of drop) delete process.env[name];
  const { getRemainingTimeInMillis, environment, ...plain } = context;
  const started = getRemainingTimeInMillis();
  await new Promise((resolve) => setTimeout(resolve, 30));
  return {
    before,
    after: { ...process.env },
    names: ['WX_OPENID', 'KEPT', 'toString'].map((name) => name in process.env),
    wx: cloud.getWXContext(),
    context: { ...plain, environment: JSON.parse(environment), left: [started, getRemainingTimeInMillis()] },
  };
};
`;

interface Seen {
  before: Record<string, string>;
  after: Record<string, string>;
  names: boolean[];
  wx: Record<string, unknown>;
  context: Record<string, unknown> & { environment: Record<string, string>; left: [number, number] };
}

let cloud: TestCloud;
beforeAll(async () => {
  const stolen = {
    TCB_CONTEXT_CNFG: '{"URL":"http://evil.example"}',
    TENCENTCLOUD_SECRETID: 'stolen',
    TCB_ENV: 'elsewhere',
    WX_OPENID: 'admin',
    WX_API_TOKEN: 'made-up',
  };
  cloud = await startCloud([], {
    prepare: (functionsDir) => writeFunction(functionsDir, 'looks', { 'index.js': ENVIRONMENT }),
    functionEnv: { COMMON: 'of all', OWN: 'of all', ...stolen },
    functionSettings: { looks: { timeout: 7, memorySize: 300, envVariables: { OWN: 'its own' } } },
    appId: 'wx0123456789abcdef',
    envId: 'yard-7f',
  });
});
afterAll(() => cloud.end());

const look = async (openid: string, data: object = {}) =>
  resultOf<Seen>(await cloud.call('looks', data, openid));

describe('the environment of a function', () => {
  it('[CFN-5] holds what is set for all, and before it what is set for this one', async () => {
    expect((await look('p')).before).toMatchObject({ COMMON: 'of all', OWN: 'its own', TZ: 'UTC' });
  });

  it("[CFN-5] is the platform's where both name a variable: the SDK is led nowhere else", async () => {
    const { before, wx } = await look('resident_A');
    expect(before).toMatchObject({
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${cloud.url}/admin` }),
      TCB_ENV: 'yard-7f',
      WX_OPENID: 'resident_A',
    });
    expect(before.TENCENTCLOUD_SECRETID).not.toBe('stolen');
    expect(before.WX_API_TOKEN).not.toBe('made-up');
    expect(wx).toEqual({
      OPENID: 'resident_A',
      APPID: 'wx0123456789abcdef',
      ENV: 'yard-7f',
      SOURCE: 'wx_client',
      CLIENTIP: '127.0.0.1',
    });
  });

  it('[CFN-3] keeps what a call assigns to its own variables in that call, and the rest in the instance', async () => {
    const first = await look('resident_A', {
      assign: { WX_OPENID: 'resident_Z', KEPT: 'yes' },
      drop: ['WX_APPID'],
    });
    expect(first.after).toMatchObject({ WX_OPENID: 'resident_Z', KEPT: 'yes' });
    expect(first.after).not.toHaveProperty('WX_APPID', 'wx0123456789abcdef');
    expect(first.names).toEqual([true, true, false]);
    const { before } = await look('resident_B');
    expect(before).toMatchObject({ WX_OPENID: 'resident_B', WX_APPID: 'wx0123456789abcdef', KEPT: 'yes' });
  });
});

describe('the second argument of a function', () => {
  it('tells of the call what the platform tells', async () => {
    const { context } = await look('resident_A');
    expect(context).toMatchObject({
      request_id: expect.any(String) as string,
      function_name: 'looks',
      function_version: '$LATEST',
      namespace: 'yard-7f',
      memory_limit_in_mb: 300,
      time_limit_in_ms: 7000,
    });
    expect(context.environment).toMatchObject({ WX_OPENID: 'resident_A', TCB_SOURCE: 'wx_client' });
  });

  it('counts the time that is left', async () => {
    const [started, later] = (await look('p')).context.left;
    expect(started).toBeGreaterThan(6000);
    expect(started).toBeLessThanOrEqual(7000);
    expect(started - later).toBeGreaterThanOrEqual(28);
  });
});
