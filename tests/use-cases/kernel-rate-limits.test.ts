import { EJSON } from 'bson';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { documentsOf } from '../support/documents';
import { startTestCloud, TEST_NOW, type TestCloud } from '../support/local-cloud';
import { freshId, signInAs } from '../support/persons';

const WINDOW_MS = 10 * 60_000;
/** What one run of the timer removes at most, in how many requests. */
const SWEPT = 2000;
const REQUESTS = 4;

let cloud: TestCloud;
const clouds: TestCloud[] = [];

const tick = () => cloud.cloud.fireTimer('timer');
const left = () => documentsOf<{ _id: string; endsAt: number }>(cloud.cloud, 'rate_limits');
const guess = () =>
  cloud.as('o_often').send('members.bootstrapAdministrator', {
    clientId: freshId(),
    code: 'not the code',
    city: '青江市',
  });

async function ended(count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, n) => ({
    _id: `old-${n}`,
    count: 1,
    endsAt: TEST_NOW - WINDOW_MS - n,
  }));
  for (let from = 0; from < count; from += 500) {
    const data = rows.slice(from, from + 500).map((row) => EJSON.stringify(row, { relaxed: false }));
    await cloud.cloud.database.handle({
      action: 'database.insertDocument',
      collectionName: 'rate_limits',
      data,
    });
  }
}

beforeEach(async () => {
  cloud = await startTestCloud();
  clouds.push(cloud);
});
afterAll(() => Promise.all(clouds.map((one) => one.close())));

describe('counts of calls that are over', () => {
  it('[SEC-7] are swept by the timer once their window has been over for as long again, and not before', async () => {
    await signInAs(cloud, 'o_often', '常来');
    for (let n = 0; n < 6; n += 1) await guess();
    const [first] = await left();
    const endsAt = first?.endsAt ?? 0;
    expect(endsAt).toBeGreaterThan(TEST_NOW);
    const before = (await left()).length;
    cloud.cloud.clock.set(endsAt + WINDOW_MS - 1);
    await tick();
    expect(await left()).toHaveLength(before);
    cloud.cloud.clock.set(endsAt + WINDOW_MS);
    expect(await tick()).toMatchObject({ result: { failed: 0 } });
    expect(await left()).toEqual([]);
  });

  it('[SEC-7] still refuse in the window that runs while the timer sweeps', async () => {
    await signInAs(cloud, 'o_often', '常来');
    await ended(3);
    for (let n = 0; n < 5; n += 1) await guess();
    await tick();
    expect((await left()).filter(({ _id }) => _id.startsWith('old-'))).toEqual([]);
    expect(await guess()).toMatchObject({ ok: false, error: { code: 'TOO_OFTEN' } });
  });

  it('are swept in batches: a bounded number of requests each minute, the oldest first, until none is left', async () => {
    await ended(SWEPT + 300);
    cloud.cloud.faults.reset();
    expect(await tick()).toMatchObject({ result: { failed: 0 } });
    expect(cloud.cloud.faults.requests()['database.removeDocument']).toBe(REQUESTS);
    const rest = await left();
    expect(rest).toHaveLength(300);
    expect(Math.min(...rest.map(({ endsAt }) => endsAt))).toBe(TEST_NOW - WINDOW_MS - 299);
    await tick();
    expect(await left()).toEqual([]);
    cloud.cloud.faults.reset();
    await tick();
    expect(cloud.cloud.faults.requests()['database.removeDocument'] ?? 0).toBe(0);
  });
});
