import { inspect } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallRecord } from '../../emulator';
import { createCallTokens } from '../../emulator/functions/identity';
import { CallJournal } from '../../emulator/journal';
import { startCloud, type TestCloud } from './support/cloud';
import { writeFunction } from './support/written';

const tokens = createCallTokens();
const TOKEN = tokens.issue({ fn: 'f', requestId: 'r', source: `wx_client${',scf'.repeat(40)}` });
/** As somebody may choose one. */
const CHOSEN = 'a "chosen" \\ token (long) enough';

const PARENT = `
const cloud = require('wx-server-sdk');
cloud.init();
exports.main = async () => (await cloud.callFunction({ name: 'child', data: { env: process.env } })).result;
`;
const CHILD = `
exports.main = async ({ env }) => {
  console.log(env.WX_API_TOKEN);
  return [env.WX_API_TOKEN, process.env.WX_API_TOKEN];
};
`;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startCloud(['diary', 'echo', 'misbehave', 'notes'], {
    token: CHOSEN,
    prepare: (functionsDir) => {
      writeFunction(functionsDir, 'parent', { 'index.js': PARENT });
      writeFunction(functionsDir, 'child', { 'index.js': CHILD });
    },
  });
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
  journal.hide(CHOSEN);
  journal.hideTokens(tokens);
  journal.begin({ requestId: 'r', fn: 'f', source: 'wx_client', event, startedAt: 0 });
  journal.printed('r', { level: 'info', text: event });
  journal.end('r', 'done', outcome);
  return journal.call('r');
}

describe('what a call printed', () => {
  it('is kept to 1,000 lines, and the rest counted', () => {
    const journal = new CallJournal();
    journal.begin({ requestId: 'r', fn: 'f', source: 'wx_client', event: '{}', startedAt: 0 });
    for (let n = 0; n < 1005; n++) journal.printed('r', { level: 'info', text: `${n}` });
    expect(journal.call('r')?.lines).toHaveLength(1000);
    expect(journal.call('r')?.linesCut).toBe(5);
  });
});

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
    expect(late?.event).toBe(`"${'a '.repeat(2000)}(secret)"`);
    const told = await recordOf('diary', { action: 'tell-environment' });
    expect(told.result).toContain('"WX_API_TOKEN":"(secret)"');
    expect(told.result).toContain('"TENCENTCLOUD_SECRETKEY":"(secret)"');
    expect(told.lines[0]?.text).toBe('(secret)');
  });

  it('is kept without the token of the call that made it, or of one that it made', async () => {
    const parent = await recordOf('parent', {});
    const [child] = cloud.journal.calls({ fn: 'child' });
    expect(child?.parent).toBe(parent.requestId);
    expect(child?.event).toContain('"WX_API_TOKEN":"(secret)"');
    expect(child?.lines.map(({ text }) => text)).toEqual(['(secret)']);
    for (const record of [child, parent]) expect(record?.result).toBe('["(secret)","(secret)"]');
    const foreign = createCallTokens().issue({ fn: 'f', requestId: 'r', source: 'wx_client' });
    expect(kept(`"${foreign}"`)?.event).toBe(`"${foreign}"`);
  });

  it('is kept without a chosen token of the cloud, as it is and as JSON and console.log write it', async () => {
    const event = JSON.stringify({ action: CHOSEN, inner: JSON.stringify([CHOSEN]) });
    const record = kept(event, { reason: `${CHOSEN} ${inspect({ is: CHOSEN })}` });
    expect(record?.event).toBe('{"action":"(secret)","inner":"[\\"(secret)\\"]"}');
    expect(record?.reason).toBe("(secret) { is: '(secret)' }");
    expect(record?.action).toBe('(secret)');
    const echoed = await recordOf('echo', { n: cloud.token });
    for (const text of [echoed.event, echoed.result]) expect(text).toContain('"n":"(secret)"');
  });

  it('holds no more of the memory than what is kept', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const held = () => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    // As it comes off the wire, each time anew.
    const long = (n: number) =>
      Buffer.from(JSON.stringify({ name: `${n}${'word '.repeat(40_000)}` })).toString();
    const journal = new CallJournal();
    const before = held();
    for (let n = 0; n < 100; n += 1) {
      const requestId = `r${n}`;
      journal.begin({ requestId, fn: 'f', source: 'wx_client', event: long(n), startedAt: 0 });
      for (const room of [1, 2]) journal.printed(requestId, { level: 'info', text: long(n * room) });
      journal.end(requestId, 'failed', { result: long(n), reason: long(n) });
    }
    const [kilobytes, kept] = [(held() - before) / 1024, journal.calls()];
    expect(kept).toHaveLength(100);
    expect(kept[0]?.lines[0]?.text).toHaveLength(32 * 1024 + ' … (cut)'.length);
    // Of each call: event and result 4 KB, the reason and what was printed 32 KB, in signs of two bytes for the sign of the cut.
    expect(kilobytes / kept.length).toBeLessThan(2 * (4 + 4 + 32 + 32) + 16);
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
