import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import cloud from 'wx-server-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { containing } from '../support/expecting';
import { startCloud, type TestCloud } from '../support/cloud';
import { addressOf, type Address } from './support/target';

/*
 * How the SDK finds a cloud, each time in a process of its own: it reads its environment only once. Nothing here asks the
 * target; the same SDK behaves the same wherever it speaks to.
 */

const PROGRAM = fileURLToPath(new URL('./support/one-request.cjs', import.meta.url));

let local: TestCloud;
let address: Address;
beforeAll(async () => {
  local = await startCloud(['credentials']);
  address = await addressOf(local);
  await local.database.handle({
    action: 'database.insertDocument',
    collectionName: 'notes',
    data: ['{"_id":"found"}'],
  });
});
afterAll(() => local.end());

const variables = () => ({
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: address.env,
  TCB_ENV: address.env,
  TENCENTCLOUD_SECRETID: address.secretId,
  TENCENTCLOUD_SECRETKEY: address.secretKey,
});

/** Reads the ids of `notes` in another process; init takes `options`. Rejects when that process fails. */
async function readElsewhere(env: Record<string, string>, options: object = {}): Promise<string> {
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [PROGRAM, JSON.stringify(options)], {
    env,
    timeout: 20_000,
  });
  return stdout.trim();
}

describe('the SDK', () => {
  it('[CEN-1] is led to another cloud by environment variables alone', async () => {
    const env = { ...variables(), TCB_CONTEXT_CNFG: JSON.stringify({ URL: address.url }) };
    expect(await readElsewhere(env)).toBe('["found"]');
  });

  it('[CEN-2] prefers the address that init was given', async () => {
    const env = { ...variables(), TCB_CONTEXT_CNFG: JSON.stringify({ URL: 'http://127.0.0.1:9/admin' }) };
    expect(await readElsewhere(env, { serviceUrl: address.url })).toBe('["found"]');
  });

  it('[CEN-3] without credentials ends its process, although the caller catches what fails', async () => {
    const { TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY, ...rest } = variables();
    const env = { ...rest, TCB_CONTEXT_CNFG: JSON.stringify({ URL: address.url }) };
    await expect(readElsewhere(env)).rejects.toMatchObject({
      code: 1,
      stderr: containing('missing secretId'),
    });
  });

  it('[CEN-4] reads who calls when it is asked, and makes numbers of what is all digits', () => {
    const named = { WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID', WX_OPENID: 'resident_A', WX_APPID: 'wx1' };
    Object.assign(process.env, named);
    expect(cloud.getWXContext()).toMatchObject({ OPENID: 'resident_A', APPID: 'wx1' });
    process.env.WX_OPENID = '12345678901234567891';
    expect(cloud.getWXContext()).toMatchObject({ OPENID: 12345678901234567000 });
    for (const name of Object.keys(named)) Reflect.deleteProperty(process.env, name);
  });
});
