import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallRecord } from '../../emulator';
import { CallJournal } from '../../emulator/journal';
import { titleOf } from '../../emulator/journal/title-of';
import { startCloud, type TestCloud } from './support/cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startCloud(['diary', 'echo', 'misbehave', 'impatient']);
});
afterAll(() => cloud.end());

/** The record of one call of `diary`. */
async function diary(action: string, data: object = {}, openid = 'p'): Promise<CallRecord> {
  const { requestID = '' } = await cloud.call('diary', { action, ...data }, openid);
  return recordOf(requestID);
}

function recordOf(requestId: string): CallRecord {
  const record = cloud.journal.call(requestId);
  if (!record) throw new Error(`no call ${requestId}`);
  return record;
}

const texts = (record: CallRecord) => record.lines.map(({ text }) => text);

describe('the journal of calls', () => {
  it('says who called what, when by the clock of the cloud, and how it ended', async () => {
    cloud.clock.freeze();
    const now = cloud.clock.now();
    const record = await diary('print', { label: 'a', waitMs: 20 }, 'resident_A');
    cloud.clock.real();
    expect(record).toMatchObject({
      fn: 'diary',
      action: 'print',
      openid: 'resident_A',
      source: 'wx_client',
      startedAt: now,
      state: 'done',
    });
    expect(record.ms).toBeGreaterThanOrEqual(19);
  });

  it.each([
    ['misbehave', 'throw', 'failed', 'the secret reason'],
    ['misbehave', 'exit', 'failed', 'the instance ended with code 3'],
    ['impatient', 'hang', 'timeout', 'Invoking task timed out after 2 seconds'],
    ['nobody', 'anything', 'unknown', undefined],
  ])('tells how %s ended when it does "%s"', async (fn, how, state, reason) => {
    const { requestID = '' } = await cloud.call(fn, { how }, 'p');
    const record = recordOf(requestID);
    expect(record.state).toBe(state);
    if (reason) expect(record.reason).toContain(reason);
    expect(cloud.journal.calls({ failed: true, limit: 1 })).toEqual([record]);
  });

  it('shows a call that is still running', async () => {
    const called = cloud.call('diary', { action: 'print', label: 'long', waitMs: 60 }, 'runner');
    const [record] = cloud.journal.calls({ openid: 'runner' });
    expect(record).toMatchObject({ state: 'running', action: 'print' });
    expect(record?.ms).toBeUndefined();
    await called;
    expect(record).toMatchObject({ state: 'done' });
  });

  it('lists the newest first, by function and by person', async () => {
    for (const openid of ['first', 'second', 'first']) await cloud.call('echo', { type: openid }, openid);
    expect(cloud.journal.calls({ fn: 'echo' }).map(({ openid }) => openid)).toEqual([
      'first',
      'second',
      'first',
    ]);
    expect(cloud.journal.calls({ openid: 'second' }).map(({ action }) => action)).toEqual(['second']);
    expect(cloud.journal.calls({ limit: 2 })).toHaveLength(2);
  });

  it('keeps the last 1,000 calls', () => {
    const journal = new CallJournal();
    for (let i = 0; i < 1001; i += 1) {
      journal.begin({
        requestId: `r${i}`,
        fn: 'f',
        source: 'wx_client',
        event: '{}',
        startedAt: 0,
      });
    }
    expect(journal.calls()).toHaveLength(1000);
    expect([journal.call('r0'), journal.call('r1')?.requestId]).toEqual([undefined, 'r1']);
  });

  it.each([
    ['{"input":{},"action":"proposals.submit"}', 'proposals.submit'],
    ['{"type":"b","$url":"user/name"}', 'user/name'],
    ['{"Type":"Timer","TriggerName":"each-minute"}', 'each-minute'],
    [`{"name":"${'x'.repeat(100)}"}`, 'x'.repeat(80)],
    ['{"action":1,"content":"somebody wrote this"}', undefined],
    ['not JSON', undefined],
    ['null', undefined],
  ])('names a call by the event %s', (event, title) => {
    expect(titleOf(event)).toBe(title);
  });
});

describe('what a call prints', () => {
  it('stands under the call, also when many print at the same time', async () => {
    const labels = Array.from({ length: 24 }, (_, i) => `call-${i}`);
    const records = await Promise.all(
      labels.map((label, i) => diary('print', { label, waitMs: (i * 7) % 20 })),
    );
    records.forEach((record, i) => {
      expect(record.lines).toEqual([
        { level: 'info', text: `${labels[i]} begins` },
        { level: 'warn', text: `${labels[i]} ends` },
      ]);
    });
  });

  it('stands under the call that printed it after its end, while others run in the same instance', async () => {
    const late = await Promise.all(['l1', 'l2', 'l3'].map((label) => diary('late', { label })));
    const others = await Promise.all(
      ['o1', 'o2', 'o3'].map((label) => diary('print', { label, waitMs: 80 })),
    );
    await expect
      .poll(() => late.map((record) => texts(record)))
      .toEqual([['l1 works on'], ['l2 works on'], ['l3 works on']]);
    expect(late.map(({ requests }) => requests.map(({ action }) => action))).toEqual([
      ['database.calculateDocument'],
      ['database.calculateDocument'],
      ['database.calculateDocument'],
    ]);
    for (const other of others) expect(other.requests).toEqual([]);
  });

  it('is kept to 32 KB a call, and sent to the log to 1 MB, each with a note of the cut', async () => {
    const record = await diary('flood', { bytes: 2_000_000 });
    expect(record.lines.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(34_000);
    expect(record.lines.at(-1)?.text).toMatch(/ … \(cut\)$/);
    expect(record.linesCut).toBeGreaterThan(900);
    const logged = cloud.lines.filter((line) => line.startsWith('xxx'));
    expect(logged.length).toBeGreaterThan(1000);
    expect(logged.length).toBeLessThan(1060);
    expect(record.lines.length + record.linesCut).toBe(2000);
    const note = `${record.requestId} printed more than 1048576 characters: the rest is cut`;
    expect(cloud.lines.filter((line) => line === note)).toHaveLength(1);
  });

  it('is cut within one line as well', async () => {
    const record = await diary('flood-in-one', { bytes: 2_000_000 });
    expect(texts(record)).toEqual([`${'y'.repeat(32 * 1024)} … (cut)`]);
    expect(record.linesCut).toBe(0);
  });

  it('goes to the log without a call while the module is loaded', () => {
    expect(cloud.lines).toContain('loaded');
    expect(cloud.journal.calls().flatMap((record) => texts(record))).not.toContain('loaded');
  });
});

describe('what a call asks for', () => {
  it('is listed in order with its code when it failed, and nested calls name their parent', async () => {
    const record = await diary('work', {}, 'asker');
    expect(record.requests).toMatchObject([
      { action: 'database.insertDocument', collection: 'notes' },
      { action: 'database.calculateDocument', collection: 'nowhere', code: 'DATABASE_COLLECTION_NOT_EXIST' },
      { action: 'openapi.security.msgSecCheck', code: '-604101' },
      { action: 'functions.invokeFunction', fn: 'diary' },
    ]);
    expect(record.requests[0]).not.toHaveProperty('code');
    for (const { ms } of record.requests) expect(ms).toBeGreaterThan(0);
    const [nested] = cloud.journal.calls({ openid: 'asker' });
    expect(nested).toMatchObject({ parent: record.requestId, source: 'wx_client,scf', action: 'print' });
    expect(nested && texts(nested)).toEqual(['nested begins', 'nested ends']);
    expect(record.parent).toBeUndefined();
  });

  it('is known of a timer too', async () => {
    await cloud.fireTimer('diary');
    expect(cloud.journal.calls({ limit: 1 })).toMatchObject([
      {
        source: 'wx_trigger',
        action: 'each-hour',
        requests: [{ action: 'database.calculateDocument', collection: 'notes' }],
      },
    ]);
    expect(cloud.journal.calls({ limit: 1 })[0]?.openid).toBeUndefined();
  });

  it('carries the code of an injected fault', async () => {
    cloud.faults.on({
      action: 'database.calculateDocument',
      then: 'fail',
      code: 'DATABASE_PERMISSION_DENIED',
    });
    const record = await diary('ask', { times: 1 });
    cloud.faults.reset();
    expect(record).toMatchObject({ state: 'failed', requests: [{ code: 'DATABASE_PERMISSION_DENIED' }] });
  });

  it('is kept to 500 requests a call, and the rest counted', async () => {
    const record = await diary('ask', { times: 510 });
    expect([record.requests.length, record.requestsCut]).toEqual([500, 10]);
  });
});
