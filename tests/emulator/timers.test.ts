import { afterEach, describe, expect, it } from 'vitest';
import { createClock } from '../../emulator';
import { createScheduler, parseCron } from '../../emulator/timers';
import { resultOf, startCloud, type TestCloud } from './support/cloud';

/** Epoch ms of a time in +08:00. */
const at = (text: string) => Date.parse(`${text}+08:00`);
const iso = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString());
const runs = (expression: string, after: string, count: number) => {
  const schedule = parseCron(expression);
  const found: (string | undefined)[] = [];
  for (let from: number | undefined = at(after); from !== undefined && found.length < count; ) {
    from = schedule.next(from);
    found.push(iso(from));
  }
  return found;
};

describe('7-field cron in +08:00', () => {
  it.each([
    ['0 * * * * * *', '2026-01-01T00:00:00', ['2025-12-31T16:01:00.000Z', '2025-12-31T16:02:00.000Z']],
    ['*/20 30 8 * * * *', '2026-01-01T08:30:20', ['2026-01-01T00:30:40.000Z', '2026-01-02T00:30:00.000Z']],
    ['0 0 0 31 * * *', '2026-01-31T00:00:00', ['2026-03-30T16:00:00.000Z', '2026-05-30T16:00:00.000Z']],
    ['0 0 0 29 2 * *', '2026-01-01T00:00:00', ['2028-02-28T16:00:00.000Z']],
    ['0 0 9 * * MON-FRI *', '2026-01-02T09:00:00', ['2026-01-05T01:00:00.000Z']],
    ['0 0 9 1 * 1 *', '2026-01-01T09:00:00', ['2026-01-05T01:00:00.000Z', '2026-01-12T01:00:00.000Z']],
    ['0 0 0 1 1 * 2030', '2026-01-01T00:00:00', ['2029-12-31T16:00:00.000Z', undefined]],
    [
      '0 0 0 1 6 * 2027-2031/2',
      '2026-01-01T00:00:00',
      ['2027-05-31T16:00:00.000Z', '2029-05-31T16:00:00.000Z'],
    ],
    ['0 0 0 1 1 * 2020,2099', '2026-01-01T00:00:00', ['2098-12-31T16:00:00.000Z', undefined]],
    ['0 0 0 1 1 * 2025', '2026-01-01T00:00:00', [undefined]],
  ])('[CTM-1] reads "%s"', (expression, after, expected) => {
    expect(runs(expression, after, expected.length)).toEqual(expected);
  });

  it.each([
    '* * * * * *',
    '0 * * * * * * *',
    '0 0 0 L * * *',
    '0 0 0 ? * * *',
    '60 * * * * * *',
    '0 0 0 1 1 * 1969',
    '0 0 0 1 1 * x',
  ])('[CTM-1] refuses "%s"', (expression) => {
    expect(() => parseCron(expression)).toThrow(RangeError);
  });
});

describe('the clock', () => {
  const observed = (config: string, frozenAt: string) => {
    const clock = createClock({ frozenAt: at(frozenAt) });
    const fired: string[] = [];
    const trigger = { fn: 'f', name: 't', config };
    const driver = createScheduler([trigger], async (_, event) => {
      await Promise.resolve();
      fired.push(`${event.Time} ${iso(clock.now())}`);
    });
    return { clock, fired, detach: clock.attach(driver) };
  };

  it('[CTM-5] runs what becomes due while it advances, in order, each at its own instant', async () => {
    const { clock, fired } = observed('0 */10 * * * * *', '2026-01-01T00:05:00');
    await clock.advance(25 * 60_000);
    expect(fired).toEqual([
      '2025-12-31T16:10:00Z 2025-12-31T16:10:00.000Z',
      '2025-12-31T16:20:00Z 2025-12-31T16:20:00.000Z',
      '2025-12-31T16:30:00Z 2025-12-31T16:30:00.000Z',
    ]);
    expect(iso(clock.now())).toBe('2025-12-31T16:30:00.000Z');
  });

  it('takes another plan: new triggers from then on, known ones as if nothing had happened', () => {
    const hourly = { fn: 'a', name: 't', config: '0 0 * * * * *' };
    const minutely = { fn: 'b', name: 't', config: '0 * * * * * *' };
    const scheduler = createScheduler([hourly], async () => undefined);
    scheduler.jumped(at('2026-01-01T00:30:00'));
    scheduler.replan([hourly, minutely], at('2026-01-01T02:10:30'));
    expect(scheduler.nextDueAt()).toBe(at('2026-01-01T01:00:00'));
    scheduler.replan([minutely], at('2026-01-01T02:30:00'));
    expect(scheduler.nextDueAt()).toBe(at('2026-01-01T02:11:00'));
  });

  it('[CTM-5] skips what lies between when it is set', async () => {
    const { clock, fired } = observed('0 0 * * * * *', '2026-01-01T00:05:00');
    clock.set(at('2026-01-01T05:30:00'));
    await clock.advance(30 * 60_000);
    expect(fired).toEqual(['2025-12-31T22:00:00Z 2025-12-31T22:00:00.000Z']);
  });

  it('ends an advance where it is set meanwhile, and runs nothing more of it', async () => {
    const clock = createClock({ frozenAt: at('2026-01-01T00:30:00') });
    const fired: string[] = [];
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const begun = new Promise<void>((begin) => {
      const driver = createScheduler([{ fn: 'f', name: 't', config: '0 0 * * * * *' }], async (_, event) => {
        fired.push(event.Time);
        begin();
        await held;
      });
      clock.attach(driver);
    });
    const advance = clock.advance(5 * 3_600_000);
    await begun;
    clock.set(at('2026-01-01T02:10:00'));
    goOn();
    await advance;
    expect(fired).toEqual(['2025-12-31T17:00:00Z']);
    expect(clock.now()).toBe(at('2026-01-01T02:10:00'));
  });

  it('lets two advances follow each other', async () => {
    const { clock, fired } = observed('0 0 * * * * *', '2026-01-01T00:30:00');
    await Promise.all([clock.advance(3_600_000), clock.advance(3_600_000)]);
    expect(fired).toHaveLength(2);
    expect(clock.now()).toBe(at('2026-01-01T02:30:00'));
  });

  it('refuses to advance backwards, but can be set back', () => {
    const clock = createClock({ frozenAt: 1000 });
    expect(() => clock.advance(-1)).toThrow(RangeError);
    clock.set(5);
    expect(clock.now()).toBe(5);
  });

  it('runs on from where it is put, and returns to real time', () => {
    const clock = createClock({ frozenAt: at('2030-01-01T00:00:00') });
    clock.run();
    expect(clock.now() - at('2030-01-01T00:00:00')).toBeLessThan(1000);
    clock.real();
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1000);
  });

  it('fires by itself when it runs', async () => {
    const { clock, fired, detach } = observed('* * * * * * *', '2026-01-01T00:00:00');
    clock.run();
    await expect.poll(() => fired.length, { timeout: 5000 }).toBeGreaterThanOrEqual(2);
    expect(fired.slice(0, 2).map((line) => line.slice(0, 20))).toEqual([
      '2025-12-31T16:00:01Z',
      '2025-12-31T16:00:02Z',
    ]);
    await detach();
  });
});

describe('timers of functions', () => {
  let cloud: TestCloud | undefined;
  afterEach(async () => {
    await cloud?.end();
  });

  it('[CTM-2] [CTM-3] calls the function with SOURCE wx_trigger and no OPENID, nested calls included', async () => {
    cloud = await startCloud(['sweep', 'whoami'], {
      clock: createClock({ frozenAt: at('2026-05-01T08:00:30') }),
    });
    const result = resultOf<{ caller: object; event: object; nested: { before: object } }>(
      await cloud.fireTimer('sweep'),
    );
    expect(result.event).toEqual({ Type: 'Timer', TriggerName: 'each-minute', Time: '2026-05-01T00:00:30Z' });
    expect(result.caller).toMatchObject({ SOURCE: 'wx_trigger' });
    expect(result.caller).not.toHaveProperty('OPENID');
    expect(result.nested.before).toMatchObject({ SOURCE: 'wx_trigger,scf' });
    expect(result.nested.before).not.toHaveProperty('OPENID');
  });

  it('[CTM-6] runs the triggers of config.json as the clock advances, and the functions see that instant', async () => {
    const clock = createClock({ frozenAt: at('2026-05-01T08:00:30') });
    cloud = await startCloud(['sweep', 'whoami'], { clock, timers: true });
    await clock.advance(120_000);
    const lines = () =>
      cloud?.lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as { at: number });
    await expect.poll(lines).toHaveLength(2);
    expect(lines()?.map(({ at: instant }) => iso(instant))).toEqual([
      '2026-05-01T00:01:00.000Z',
      '2026-05-01T00:02:00.000Z',
    ]);
  });

  it('says that a function is unknown', async () => {
    cloud = await startCloud([]);
    expect(await cloud.fireTimer('nobody')).toMatchObject({ errCode: -501000 });
  });
});
