import { MAX_INSTANCES, MAX_INSTANCES_NESTED } from '../limits';
import type { Instance, Outcome } from './instance';
import type { Job } from './worker/protocol';

interface Waiting {
  job: Job;
  resolve: (outcome: Outcome) => void;
}

/** An instance without a call, and the alarm by which it ends. */
interface Idle {
  instance: Instance;
  tired?: NodeJS.Timeout;
}

export interface PoolState {
  instances: number;
  idle: number;
  waiting: number;
}

/**
 * The instances of one function: one is kept warm, more are started while calls wait, up to a limit; beyond that calls queue.
 * With `idleMs` none is kept: each ends when it was idle that long (real ms), with 0 after every call.
 */
export class FunctionPool {
  private instances = new Set<Instance>();
  private idle: Idle[] = [];
  private starting = 0;
  /** How often the code was replaced. */
  private age = 0;
  /** Why no more calls are taken. */
  private over: string | undefined;
  private readonly queue: Waiting[] = [];
  /** Ended, or to be ended when their call is done. */
  private readonly leaving = new Set<Instance>();

  constructor(
    private start: () => Instance,
    private readonly idleMs?: number,
  ) {}

  /** Instances that are there, those of them without a call, and calls that wait for one. */
  get state(): PoolState {
    const idle = this.idle.filter(({ instance }) => instance.alive).length;
    return { instances: this.instances.size, idle, waiting: this.queue.length };
  }

  /** Starts the first instance; rejects with the reason when the function cannot be loaded. */
  async warmUp(): Promise<void> {
    if (this.instances.size === 0) await this.launch().ready;
  }

  run(job: Job): Promise<Outcome> {
    return new Promise((resolve) => {
      // Nested calls go first: somebody already holds an instance for them.
      if (job.nested) this.queue.unshift({ job, resolve });
      else this.queue.push({ job, resolve });
      this.pump();
    });
  }

  /** From now on calls are answered by instances that `start` makes; calls that run end where they are. */
  renew(start: () => Instance): void {
    this.start = start;
    this.age += 1;
    this.starting = 0;
    for (const instance of this.instances) this.leaving.add(instance);
    this.instances = new Set();
    for (const { instance } of this.idle) this.endOf(instance);
    this.pump();
  }

  /** Takes no more calls; those that run end where they are. */
  retire(reason: string): void {
    this.over = reason;
    this.renew(this.start);
  }

  async close(): Promise<void> {
    this.over = 'the local cloud is closed';
    this.pump();
    await Promise.all([...this.instances, ...this.leaving].map((instance) => instance.end()));
  }

  private pump(): void {
    if (this.over !== undefined) return this.refuseQueue(this.over);
    for (let instance = this.takeIdle(); instance; instance = this.takeIdle()) {
      const waiting = this.queue.shift();
      if (waiting) void this.dispatch(instance, waiting);
    }
    if (this.queue.length > this.starting && this.instances.size < this.limit()) {
      // Failures are told to whoever waits, in launch().
      this.launch().ready.catch(() => undefined);
    }
  }

  private limit(): number {
    return this.queue[0]?.job.nested ? MAX_INSTANCES_NESTED : MAX_INSTANCES;
  }

  private takeIdle(): Instance | undefined {
    if (this.queue.length === 0) return undefined;
    const { instance, tired } = this.idle.pop() ?? {};
    clearTimeout(tired);
    if (!instance || instance.alive) return instance;
    // It died while idle: an unhandled rejection of work that outlived its call.
    this.instances.delete(instance);
    return this.takeIdle();
  }

  private async dispatch(instance: Instance, { job, resolve }: Waiting): Promise<void> {
    const outcome = await instance.run(job);
    const current = this.instances.has(instance);
    if (!current || !instance.alive || this.idleMs === 0) this.endOf(instance);
    else this.rest(instance);
    resolve(outcome);
    this.pump();
    const keepsWarm = current && this.idleMs === undefined && this.over === undefined;
    if (keepsWarm && this.instances.size === 0) this.launch().ready.catch(() => undefined);
  }

  private launch(): Instance {
    const { age } = this;
    const instance = this.start();
    this.instances.add(instance);
    this.starting += 1;
    instance.ready
      .then(() => this.rest(instance))
      .catch((error: unknown) => {
        this.leaving.delete(instance);
        if (this.instances.delete(instance))
          this.refuseQueue(`cannot be loaded: ${error instanceof Error ? error.message : String(error)}`);
      })
      .finally(() => {
        if (age === this.age) this.starting -= 1;
        this.pump();
      });
    return instance;
  }

  /** Waits for the next call, unless other code has taken its place meanwhile. */
  private rest(instance: Instance): void {
    if (!this.instances.has(instance)) return this.endOf(instance);
    const tired = this.idleMs ? setTimeout(() => this.endOf(instance), this.idleMs) : undefined;
    tired?.unref();
    this.idle.push({ instance, tired });
  }

  private endOf(instance: Instance): void {
    this.instances.delete(instance);
    this.idle = this.idle.filter((resting) => resting.instance !== instance);
    this.leaving.add(instance);
    void instance.end().then(() => this.leaving.delete(instance));
  }

  private refuseQueue(message: string): void {
    for (const { resolve } of this.queue.splice(0)) resolve({ kind: 'exited', message });
  }
}
