import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallRecord } from '../../emulator';
import { CallJournal } from '../../emulator/journal';
import { startCloud, type TestCloud } from './support/cloud';

const TOKEN = `${'e'.repeat(300)}.${'s'.repeat(43)}`;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startCloud(['diary', 'echo', 'misbehave', 'notes']);
});
afterAll(() => cloud.end());

/** What the journal keeps of a call of a function. */
async function recordOf(fn: string, data: object): Promise<CallRecord> {
  const { requestID = '' } = await cloud.call(fn, data, 'p');
  const record = cloud.journal.call(requestID);
  if (!record) throw new Error(`no call ${requestID}`);
  return record;
}

/** What a journal of its own keeps of one call. */
function kept(event: string, outcome: { result?: string; reason?: string } = {}): CallRecord | undefined {
  const journal = new CallJournal();
  journal.hide('the secret id');
  journal.begin({ requestId: 'r', fn: 'f', source: 'wx_client', event, startedAt: 0, token: TOKEN });
  journal.printed('r', { level: 'info', text: event });
  journal.end('r', 'done', outcome);
  return journal.call('r');
}

describe('what a call was given and answered', () => {
  it('is kept as it was', async () => {
    const { event, result } = await recordOf('echo', { action: 'say', n: 7 });
    expect(JSON.parse(event)).toMatchObject({ action: 'say', n: 7, userInfo: { openId: 'p' } });
    expect(JSON.parse(result ?? '')).toMatchObject({ event: { action: 'say', n: 7 }, fn: 'echo' });
    expect(await recordOf('misbehave', { how: 'throw' })).not.toHaveProperty('result');
  });

  it('is cut after 4,096 characters, and says so', () => {
    const words = 'word '.repeat(1000);
    const record = kept(words, { result: words });
    for (const text of [record?.event, record?.result]) expect(text).toBe(`${words.slice(0, 4096)} … (cut)`);
    const short = 'word '.repeat(800);
    expect(kept(short)?.event).toBe(short);
  });

  it('is kept without contents of files', () => {
    const base64 = Buffer.alloc(600, 7).toString('base64');
    expect(kept(JSON.stringify({ path: 'a.png', base64 }))?.event).toBe(
      '{"path":"a.png","base64":"(800 signs, not kept)"}',
    );
    const result = JSON.stringify({ fileContent: Buffer.alloc(200, 7) });
    expect(kept('{}', { result })?.result).toBe(
      '{"fileContent":{"type":"Buffer","data":[(399 signs, not kept)]}}',
    );
    const huge = `{"base64":"${'B'.repeat(300_000)}"}`;
    expect(kept(huge)?.event).toBe('{"base64":"(262133 signs, not kept) … (cut)');
  });

  it('is kept without the token of the call and the secrets of the cloud', async () => {
    const record = kept(`{"a":"${TOKEN}","b":"the secret id"}`, { reason: `no ${TOKEN}` });
    expect(record?.event).toBe('{"a":"(secret)","b":"(secret)"}');
    expect(record?.lines[0]?.text).toBe(record?.event);
    expect(record?.reason).toBe('no (secret)');
    const late = kept(`"${'a '.repeat(2000)}${TOKEN}"`);
    expect(late?.event).not.toContain('eee');
    const told = await recordOf('diary', { action: 'tell-environment' });
    expect(told.result).toContain('"WX_API_TOKEN":"(secret)"');
    expect(told.result).toContain('"TENCENTCLOUD_SECRETKEY":"(secret)"');
    expect(told.lines[0]?.text).toBe('(secret)');
  });
});

describe('a request that a fault struck', () => {
  it('is told apart from one that failed by itself', async () => {
    cloud.faults.on({ action: 'database.calculateDocument', then: 'fail' });
    cloud.faults.on({ action: 'database.calculateDocument', nth: 2, then: { delay: 1 } });
    const requests = async () => (await recordOf('notes', { step: 'count' })).requests;
    expect(await requests()).toMatchObject([{ code: 'DATABASE_REQUEST_FAILED', fault: 'fail' }]);
    expect(await requests()).toMatchObject([{ fault: 'delay' }]);
    expect((await requests())[0]).not.toHaveProperty('fault');
    cloud.faults.on({ action: 'database.calculateDocument', then: 'drop' });
    expect(await requests()).toMatchObject([{ code: 'ConnectionDropped', fault: 'drop' }]);
  });
});
