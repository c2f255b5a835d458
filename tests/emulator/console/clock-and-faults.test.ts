import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClockView, FaultsView } from '../../../emulator/console/shapes';
import { createClock } from '../../../emulator';
import { startCloud, type TestCloud } from '../support/cloud';
import { consoleClient, type ConsoleClient } from '../support/console';

const MORNING = Date.parse('2026-03-02T09:30:00+08:00');
const MINUTE = 60_000;

let cloud: TestCloud;
let client: ConsoleClient;
beforeAll(async () => {
  cloud = await startCloud(['sweep', 'whoami', 'notes'], {
    clock: createClock({ frozenAt: MORNING }),
    timers: true,
  });
  client = consoleClient(cloud);
});
afterAll(() => cloud.end());

describe('the clock in the console', () => {
  const move = (body: object) => client.post<ClockView>('clock', body);

  it('stands, runs, jumps and goes back to real time', async () => {
    expect(await client.get<ClockView>('clock')).toMatchObject({ now: MORNING, state: 'frozen' });
    expect(await move({ do: 'set', at: MORNING + 5 })).toMatchObject({ now: MORNING + 5 });
    expect((await move({ do: 'run' })).state).toBe('shifted');
    const { now, realNow, state } = await move({ do: 'real' });
    expect([state, Math.abs(now - realNow) < 5]).toEqual(['real', true]);
    expect((await move({ do: 'freeze' })).state).toBe('frozen');
    expect(await move({ do: 'set', at: MORNING })).toMatchObject({ now: MORNING, moving: false });
  });

  it('runs what becomes due when it is advanced', async () => {
    const before = cloud.journal.calls({ fn: 'sweep' }).length;
    await move({ do: 'advance', ms: 3 * MINUTE });
    await expect.poll(async () => (await client.get<ClockView>('clock')).moving).toBe(false);
    expect(cloud.clock.now()).toBe(MORNING + 3 * MINUTE);
    expect(cloud.journal.calls({ fn: 'sweep' })).toHaveLength(before + 3);
  });

  it.each([
    { do: 'melt' },
    { do: 'constructor' },
    {},
    { do: 'set' },
    { do: 'set', at: 1e17 },
    { do: 'advance' },
    { do: 'advance', ms: -1 },
    { do: 'advance', ms: 1e12 },
    { do: 'advance', ms: '60000' },
  ])('refuses %j', async (body) => {
    const now = cloud.clock.now();
    expect((await client.raw('POST', 'clock', body)).status).toBe(400);
    expect(cloud.clock.now()).toBe(now);
  });
});

describe('faults in the console', () => {
  const add = (body: object) => client.post<FaultsView>('faults', body);

  it('are set, counted, removed and reset', async () => {
    await add({ effect: 'delay', delayMs: 5, action: '/^database\\./', times: 0 });
    const { faults } = await add({
      effect: 'fail',
      action: 'database.calculateDocument',
      collection: 'notes',
      nth: 2,
    });
    expect(faults).toMatchObject([
      { action: '/^database\\./', nth: 1, effect: 'delay', delayMs: 5, matched: 0, hits: 0 },
      { action: 'database.calculateDocument', collection: 'notes', nth: 2, times: 1, effect: 'fail' },
    ]);
    expect(faults[0]).not.toHaveProperty('times');
    await client.post('faults/remove', { id: faults[0]?.id });
    for (let i = 0; i < 2; i += 1) await cloud.call('notes', { step: 'count' }, 'p');
    expect(await client.get<FaultsView>('faults')).toMatchObject({
      faults: [{ effect: 'fail', matched: 2, hits: 1 }],
      requests: { 'database.calculateDocument': 2 },
    });
    expect(await client.post('faults/reset')).toEqual({ faults: [], requests: {} });
  });

  it.each([
    [{}, 'effect'],
    [{ effect: 'explode' }, 'effect'],
    [{ effect: 'delay' }, 'delay'],
    [{ effect: 'fail', nth: 0 }, 'nth'],
    [{ effect: 'fail', chance: 2 }, 'chance'],
    [{ effect: 'fail', action: '/(/' }, '正则表达式'],
    [{ effect: 'fail', code: 'NO_SUCH_CODE' }, 'NO_SUCH_CODE'],
  ])('are refused when they are %j', async (body, reason) => {
    const answer = await client.raw('POST', 'faults', body);
    expect([answer.status, answer.body.toString()]).toEqual([400, expect.stringContaining(reason)]);
    expect((await client.get<FaultsView>('faults')).faults).toEqual([]);
  });
});
