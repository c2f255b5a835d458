import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../../../emulator';
import type {
  CallView,
  ClockView,
  FaultsView,
  FunctionsView,
  RowsView,
} from '../../../emulator/console/shapes';
import { startCloud, type TestCloud } from '../support/cloud';
import { consoleClient, type ConsoleClient } from '../support/console';
import { writeFunction } from '../support/written';

const MORNING = Date.parse('2026-03-02T09:30:00+08:00');

let cloud: TestCloud;
let client: ConsoleClient;
/** Lets the function go on that waits: it asks the database until something is there. */
const SLOW = `
const cloud = require('wx-server-sdk');
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
exports.main = async () => {
  while ((await cloud.database().collection('gate').count()).total === 0)
    await new Promise((resolve) => setTimeout(resolve, 20));
};
`;
beforeAll(async () => {
  cloud = await startCloud(['notes', 'misbehave', 'broken'], {
    clock: createClock({ frozenAt: MORNING }),
    collections: [{ name: 'notes' }, { name: 'gate' }],
    timers: true,
    prepare: (functionsDir) =>
      writeFunction(functionsDir, 'slow', {
        'index.js': SLOW,
        'config.json': { timeout: 60, triggers: [{ name: 't', type: 'timer', config: '0 0 * * * * *' }] },
      }),
  });
  client = consoleClient(cloud);
});
afterAll(() => cloud.end());

const insert = (collectionName: string, data: string[]) =>
  cloud.database.handle({ action: 'database.insertDocument', collectionName, data });

describe('a query in the console', () => {
  beforeAll(async () => {
    await insert(
      'notes',
      Array.from({ length: 250 }, (_, n) => `{"_id":"n${n}","n":{"$numberInt":"${n}"}}`),
    );
  });
  const ask = (body: object) =>
    client.post<RowsView>('collections/query', { collection: 'notes', order: { n: 1 }, ...body });
  const ids = (rows: string[]) => rows.map((row) => (JSON.parse(row) as { _id: string })._id);

  it('answers 20 rows, or as many as it is told, up to 200, from where it is told', async () => {
    const { rows, total } = await ask({});
    expect([ids(rows)[0], rows.length, total]).toEqual(['n0', 20, 250]);
    expect((await ask({ limit: 1000 })).rows).toHaveLength(200);
    expect(ids((await ask({ skip: 248 })).rows)).toEqual(['n248', 'n249']);
  });

  it('shows a number that JSON cannot hold as it travels, so that no digit is lost', async () => {
    await insert('notes', [
      '{"_id":"big","long":{"$numberLong":"9007199254740992"},"none":{"$numberDouble":"NaN"},"half":{"$numberDouble":"0.5"}}',
    ]);
    const { rows } = await ask({ where: { _id: 'big' } });
    expect(JSON.parse(rows[0] ?? '')).toEqual({
      _id: 'big',
      long: { $numberLong: '9007199254740992' },
      none: { $numberDouble: 'NaN' },
      half: 0.5,
    });
  });
});

describe('what failed, in the console', () => {
  it('is told of a function that could not be loaded', async () => {
    const { functions } = await client.get<FunctionsView>('functions');
    expect(functions.find(({ name }) => name === 'broken')?.failure).toContain('is-not-there');
    expect(functions.find(({ name }) => name === 'notes')).not.toHaveProperty('failure');
  });

  it('is listed without its reason, which stands in the opened call', async () => {
    const { requestID = '' } = await cloud.call('misbehave', { how: 'throw' }, 'p');
    const [view] = await client.get<CallView[]>('calls?failed=1');
    expect(view).toMatchObject({ requestId: requestID, state: 'failed' });
    expect(JSON.stringify(view)).not.toContain('the secret reason');
    expect(JSON.stringify(await client.get(`call?requestId=${requestID}`))).toContain('the secret reason');
  });
});

describe('an advance in the console', () => {
  it('that takes long goes on after its answer, and says so until it has ended', async () => {
    const answer = await client.post<ClockView>('clock', { do: 'advance', ms: 2 * 60 * 60_000 });
    expect(answer).toMatchObject({ moving: true, now: Date.parse('2026-03-02T10:00:00+08:00') });
    expect((await client.get<ClockView>('clock')).moving).toBe(true);
    await insert('gate', ['{"_id":"open"}']);
    await expect.poll(async () => client.get<ClockView>('clock')).toMatchObject({ moving: false });
    expect(cloud.clock.now()).toBe(MORNING + 2 * 60 * 60_000);
    expect(cloud.journal.calls({ fn: 'slow' }).map(({ state }) => state)).toEqual(['done', 'done']);
  });
});

describe('a fault in the console', () => {
  beforeEach(() => cloud.faults.reset());
  const count = () => cloud.call('notes', { step: 'count' }, 'p');

  it('answers with the code that was chosen, for ever when times is 0', async () => {
    await client.post('faults', {
      effect: 'fail',
      action: '/^database/',
      times: 0,
      code: 'DATABASE_PERMISSION_DENIED',
    });
    for (let n = 0; n < 3; n += 1) expect(await count()).toMatchObject({ result: { errCode: -502003 } });
    await client.post('faults/reset');
    expect(await count()).toMatchObject({ result: expect.any(Number) as number });
  });

  it('strikes by chance and seed: the same again for the same, others for others', async () => {
    const drawn = async (chance: number, seed: number) => {
      await client.post('faults', { effect: 'fail', action: '/^database/', chance, seed });
      const failed: boolean[] = [];
      for (let n = 0; n < 12; n += 1)
        failed.push(typeof ((await count()) as { result: unknown }).result === 'object');
      await client.post<FaultsView>('faults/reset');
      return failed;
    };
    const one = await drawn(0.5, 1);
    expect(one).toContain(true);
    expect(one).toContain(false);
    expect(await drawn(0.5, 1)).toEqual(one);
    expect(await drawn(0.5, 2)).not.toEqual(one);
  });
});
