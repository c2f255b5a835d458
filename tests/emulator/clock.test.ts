import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClock, type CloudClock } from '../../emulator';
import { createScheduler, parseCron, type TimerTrigger } from '../../emulator/timers';
import { startCloud } from './support/cloud';
import { answering, writeFunction } from './support/written';

const NEW_YEAR = Date.parse('2026-01-01T00:00:00+08:00');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const trigger = (fn: string, config: string): TimerTrigger => ({ fn, name: fn, config });
const hourly = trigger('hourly', '0 0 * * * * *');
const halfHourly = trigger('half-hourly', '0 30 * * * * *');

/** Notes what is fired, and when, in minutes since the new year. */
function follow(clock: CloudClock, ...triggers: TimerTrigger[]) {
  const fired: string[] = [];
  const driver = createScheduler(triggers, async ({ fn }) => {
    await new Promise((resolve) => setImmediate(resolve));
    fired.push(`${fn} ${(clock.now() - NEW_YEAR) / MINUTE}`);
  });
  return { fired, detach: clock.attach(driver) };
}

describe('a clock that stands', () => {
  it('[CTM-5] runs several triggers in the order of their instants, of one cloud or of two', async () => {
    for (const together of [true, false]) {
      const clock = createClock({ frozenAt: NEW_YEAR });
      const runs = together
        ? [follow(clock, hourly, halfHourly)]
        : [follow(clock, hourly), follow(clock, halfHourly)];
      await clock.advance(2 * HOUR);
      const fired = runs.flatMap((run) => run.fired);
      expect(together ? fired : fired.sort()).toEqual(
        together
          ? ['half-hourly 30', 'hourly 60', 'half-hourly 90', 'hourly 120']
          : ['half-hourly 30', 'half-hourly 90', 'hourly 120', 'hourly 60'],
      );
    }
  });

  it.each([5, 100])('[CTM-5] ends its advance where it is set meanwhile: %i hours on', async (hours) => {
    const clock = createClock({ frozenAt: NEW_YEAR });
    const seen: number[] = [];
    const driver = createScheduler([hourly], async () => {
      seen.push((clock.now() - NEW_YEAR) / HOUR);
      if (seen.length === 2) clock.set(NEW_YEAR + hours * HOUR);
    });
    clock.attach(driver);
    await clock.advance(10 * HOUR);
    expect(seen).toEqual([1, 2]);
    expect(clock.now()).toBe(NEW_YEAR + hours * HOUR);
  });

  it('goes the whole way, also where nothing is due', async () => {
    const clock = createClock({ frozenAt: NEW_YEAR });
    await clock.advance(90 * MINUTE);
    expect(clock.now()).toBe(NEW_YEAR + 90 * MINUTE);
    const { fired } = follow(clock, hourly);
    await clock.advance(45 * MINUTE);
    expect([fired, clock.now()]).toEqual([['hourly 120'], NEW_YEAR + 135 * MINUTE]);
  });

  it('is left by a driver only when what it runs has ended', async () => {
    const clock = createClock({ frozenAt: NEW_YEAR });
    const { fired, detach } = follow(clock, hourly);
    const advance = clock.advance(HOUR);
    // Long enough for the run to begin, and not to end.
    await new Promise((resolve) => process.nextTick(resolve));
    expect(clock.now()).toBe(NEW_YEAR + HOUR);
    await detach();
    expect(fired).toEqual(['hourly 60']);
    await advance;
    await clock.advance(HOUR);
    expect(fired).toHaveLength(1);
  });
});

describe('a clock that runs', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: NEW_YEAR });
  });
  afterEach(() => void vi.useRealTimers());
  const settled = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

  it('goes on from where it is set, as fast as before', () => {
    const clock = createClock();
    clock.set(NEW_YEAR + HOUR);
    vi.advanceTimersByTime(5000);
    expect([clock.frozen, clock.now()]).toEqual([false, NEW_YEAR + HOUR + 5000]);
    clock.freeze();
    vi.advanceTimersByTime(5000);
    expect(clock.now()).toBe(NEW_YEAR + HOUR + 5000);
    clock.run();
    vi.advanceTimersByTime(1000);
    expect(clock.now()).toBe(NEW_YEAR + HOUR + 6000);
    clock.real();
    expect(clock.now()).toBe(Date.now());
  });

  it('fires each trigger once after the machine slept, within a minute of its waking', async () => {
    const clock = createClock();
    const { fired } = follow(clock, trigger('each-minute', '0 * * * * * *'), hourly);
    // Timers of a machine that sleeps stand, its clock goes on.
    vi.setSystemTime(NEW_YEAR + 5 * HOUR + 30_000);
    vi.advanceTimersByTime(MINUTE);
    await settled();
    expect(fired).toEqual(['each-minute 301.5', 'hourly 301.5']);
    vi.advanceTimersByTime(30_000);
    await settled();
    expect(fired.slice(2)).toEqual(['each-minute 302']);
  });

  it('sees within a minute that something is due which seemed far away', async () => {
    const clock = createClock();
    const { fired } = follow(clock, hourly);
    vi.setSystemTime(NEW_YEAR + HOUR);
    vi.advanceTimersByTime(MINUTE);
    await settled();
    expect(fired).toEqual(['hourly 61']);
  });
});

describe('years of a cron expression', () => {
  it.each(['1969', '2100', '2031-2030', '2030-2100', '2030/0', '20300', '*-2030'])(
    '[CTM-1] refuse %s',
    (year) => {
      expect(() => parseCron(`0 0 0 1 1 * ${year}`)).toThrow(RangeError);
    },
  );

  it.each([
    ['2030/30', [2030, 2060, 2090, undefined]],
    ['*/50', [2070, undefined]],
    ['1970-2099/43', [2056, 2099, undefined]],
    ['2028,2027', [2027, 2028, undefined]],
  ])('[CTM-1] are read as %s', (year, expected) => {
    const schedule = parseCron(`0 0 0 1 7 * ${year}`);
    let at: number | undefined = NEW_YEAR;
    const years = expected.map(() => {
      at = at === undefined ? undefined : schedule.next(at);
      return at === undefined ? undefined : new Date(at + 8 * HOUR).getUTCFullYear();
    });
    expect(years).toEqual(expected);
  });
});

describe('the triggers of a cloud', () => {
  const ticking = (functionsDir: string) =>
    writeFunction(functionsDir, 'ticks', {
      'index.js': answering('event'),
      'config.json': { triggers: [{ name: 'tick', type: 'timer', config: '0 * * * * * *' }] },
    });

  it.each([
    [undefined, 2],
    [true, 2],
    [false, 0],
  ])('run by its clock unless the option timers says no: %s', async (timers, times) => {
    const clock = createClock({ frozenAt: NEW_YEAR });
    const cloud = await startCloud([], { clock, timers, prepare: ticking });
    await clock.advance(2 * MINUTE);
    expect(cloud.journal.calls({ fn: 'ticks' })).toHaveLength(times);
    expect(await cloud.fireTimer('ticks')).toMatchObject({
      result: { Type: 'Timer', TriggerName: 'tick', Time: '2025-12-31T16:02:00Z' },
    });
    await cloud.end();
  });
});
