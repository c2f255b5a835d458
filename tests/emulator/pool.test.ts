import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Instance, Outcome } from '../../emulator/functions/instance';
import { FunctionPool } from '../../emulator/functions/pool';
import type { Job } from '../../emulator/functions/worker/protocol';

/* Which instance runs which call, on instances that do nothing until the test says so. */

interface Fake extends Instance {
  alive: boolean;
  /** Names of the calls it was given. */
  readonly calls: string[];
  /** Ends the call that runs. */
  finish(outcome?: Outcome): void;
}

const DONE: Outcome = { kind: 'done', json: 'null' };

/** Makes instances and keeps them; `loading` is what each waits for until it is ready. */
function factory(loading: () => Promise<void> = async () => undefined) {
  const made: Fake[] = [];
  const start = (): Fake => {
    let settle: (outcome: Outcome) => void = () => undefined;
    const fake: Fake = {
      ready: loading(),
      alive: true,
      calls: [],
      run: (job) => {
        fake.calls.push(job.fn);
        return new Promise((resolve) => (settle = resolve));
      },
      finish: (outcome = DONE) => settle(outcome),
      end: async () => void (fake.alive = false),
    };
    made.push(fake);
    return fake;
  };
  return { made, start };
}

/** A call; its name is told to the instance that runs it. */
const job = (fn: string, nested = false): Job => ({
  requestId: fn,
  fn,
  event: '{}',
  environment: {},
  timeLimitMs: 1000,
  nested,
});
const names = (count: number) => Array.from({ length: count }, (_, n) => `call-${n}`);
/** Lets all that is settled be noticed. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

afterEach(() => void vi.useRealTimers());

describe('the instances of a function', () => {
  it('run one call each, 8 at once for phones and timers; the others wait in their order', async () => {
    const { made, start } = factory();
    const pool = new FunctionPool(start);
    for (const name of names(10)) void pool.run(job(name));
    await settled();
    expect(made.map(({ calls }) => calls.length)).toEqual(Array(8).fill(1));
    expect(made.flatMap(({ calls }) => calls).sort()).toEqual(names(8));
    expect(pool.state).toEqual({ instances: 8, idle: 0, waiting: 2 });
    made[3]?.finish();
    await settled();
    expect(made[3]?.calls.slice(1)).toEqual(['call-8']);
    expect(made).toHaveLength(8);
  });

  it('are up to 20 while calls of other functions wait, which go first', async () => {
    const { made, start } = factory();
    const pool = new FunctionPool(start);
    for (const name of names(9)) void pool.run(job(name));
    await settled();
    for (let n = 0; n < 13; n += 1) void pool.run(job(`nested-${n}`, true));
    await settled();
    expect(made).toHaveLength(20);
    made[0]?.finish();
    await settled();
    expect(made[0]?.calls.at(-1)).toMatch(/^nested/);
    made[1]?.finish();
    await settled();
    expect(made[1]?.calls.at(-1)).toBe('call-8');
  });

  it('are replaced when they died, with or without a call', async () => {
    const { made, start } = factory();
    const pool = new FunctionPool(start);
    await pool.warmUp();
    const [first] = made;
    if (first) first.alive = false;
    const answered = pool.run(job('a'));
    await settled();
    expect(made.map(({ calls }) => calls)).toEqual([[], ['a']]);
    if (made[1]) made[1].alive = false;
    made[1]?.finish({ kind: 'timeout' });
    expect(await answered).toEqual({ kind: 'timeout' });
    await settled();
    // The next one is warm before it is asked for.
    expect([made.length, pool.state]).toEqual([3, { instances: 1, idle: 1, waiting: 0 }]);
  });

  it('end after every call when none is kept idle', async () => {
    const { made, start } = factory();
    const pool = new FunctionPool(start, 0);
    for (const name of ['a', 'b']) {
      const answered = pool.run(job(name));
      await settled();
      made.at(-1)?.finish();
      await answered;
    }
    await settled();
    expect(made.map(({ calls, alive }) => [calls, alive])).toEqual([
      [['a'], false],
      [['b'], false],
    ]);
    expect(pool.state.instances).toBe(0);
  });

  it('end when they were idle for so long, and not while they work', async () => {
    const { made, start } = factory();
    const pool = new FunctionPool(start, 1000);
    await pool.warmUp();
    await settled();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const first = pool.run(job('first'));
    await settled();
    made[0]?.finish();
    await first;
    vi.advanceTimersByTime(900);
    const long = pool.run(job('long'));
    await settled();
    vi.advanceTimersByTime(5000);
    expect(made[0]?.alive).toBe(true);
    made[0]?.finish();
    await long;
    vi.advanceTimersByTime(999);
    expect(made[0]?.alive).toBe(true);
    vi.advanceTimersByTime(1);
    expect([made.length, made[0]?.alive]).toEqual([1, false]);
  });

  it('fail all that wait when they cannot be loaded, with the reason', async () => {
    const { start } = factory(() => Promise.reject(new Error('no such module')));
    const pool = new FunctionPool(start);
    const outcomes = await Promise.all(['a', 'b'].map((name) => pool.run(job(name))));
    expect(outcomes).toEqual(Array(2).fill({ kind: 'exited', message: 'cannot be loaded: no such module' }));
  });

  it('of old code end their calls, take no other, and are gone then', async () => {
    const [old, fresh] = [factory(), factory()];
    const pool = new FunctionPool(old.start);
    const running = pool.run(job('before'));
    await settled();
    pool.renew(fresh.start);
    const next = pool.run(job('after'));
    await settled();
    expect([old.made[0]?.alive, old.made[0]?.calls, fresh.made[0]?.calls]).toEqual([
      true,
      ['before'],
      ['after'],
    ]);
    old.made[0]?.finish();
    fresh.made[0]?.finish();
    expect([await running, await next]).toEqual([DONE, DONE]);
    await settled();
    expect([old.made[0]?.alive, old.made.length, pool.state.instances]).toEqual([false, 1, 1]);
  });

  it('take nothing more when the pool is retired or closed', async () => {
    const { made, start } = factory();
    const retired = new FunctionPool(start);
    await retired.warmUp();
    retired.retire('the function was removed');
    expect(await retired.run(job('late'))).toEqual({ kind: 'exited', message: 'the function was removed' });
    const closed = new FunctionPool(start);
    const running = closed.run(job('under way'));
    await settled();
    await closed.close();
    expect(made.map(({ alive }) => alive)).toEqual([false, false]);
    expect(await closed.run(job('late'))).toEqual({ kind: 'exited', message: 'the local cloud is closed' });
    made[1]?.finish();
    expect(await running).toEqual(DONE);
  });
});
