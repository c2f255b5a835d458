import { MAX_INSTANCES, MAX_INSTANCES_NESTED } from '../limits';
import type { Instance, Outcome } from './instance';
import type { Job } from './worker/protocol';

interface Waiting {
  job: Job;
  resolve: (outcome: Outcome) => void;
}

/** The instances of one function: one is kept warm, more are started while calls wait, up to a limit; beyond that calls queue. */
export class FunctionPool {
  private readonly instances = new Set<Instance>();
  private readonly idle: Instance[] = [];
  private readonly queue: Waiting[] = [];
  private starting = 0;
  private closed = false;

  constructor(private readonly start: () => Instance) {}

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

  async close(): Promise<void> {
    this.closed = true;
    this.refuseQueue('the local cloud is closed');
    await Promise.all([...this.instances].map((instance) => instance.end()));
  }

  private pump(): void {
    if (this.closed) return this.refuseQueue('the local cloud is closed');
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
    const instance = this.idle.pop();
    if (!instance || instance.alive) return instance;
    // It died while idle: an unhandled rejection of work that outlived its call.
    this.instances.delete(instance);
    return this.takeIdle();
  }

  private async dispatch(instance: Instance, { job, resolve }: Waiting): Promise<void> {
    const outcome = await instance.run(job);
    if (instance.alive) this.idle.push(instance);
    else this.instances.delete(instance);
    resolve(outcome);
    this.pump();
    if (this.instances.size === 0 && !this.closed) this.launch().ready.catch(() => undefined);
  }

  private launch(): Instance {
    const instance = this.start();
    this.instances.add(instance);
    this.starting += 1;
    instance.ready
      .then(() => this.idle.push(instance))
      .catch((error: unknown) => {
        this.instances.delete(instance);
        this.refuseQueue(`cannot be loaded: ${error instanceof Error ? error.message : String(error)}`);
      })
      .finally(() => {
        this.starting -= 1;
        this.pump();
      });
    return instance;
  }

  private refuseQueue(message: string): void {
    for (const { resolve } of this.queue.splice(0)) resolve({ kind: 'exited', message });
  }
}
