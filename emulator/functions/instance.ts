import { Worker } from 'node:worker_threads';
import { PRINTED_CHARACTERS, START_LIMIT_MS } from '../limits';
import type { Log } from '../log';
import { compiledCodeOf, type CompiledCode } from './compiled-code';
import { heapLimitOf, memoryWatch } from './memory-watch';
import { workerCode } from './worker-code';
import type { InstanceSeed, Job, WorkerMessage, WorkerSeed, Work } from './worker/protocol';

/**
 * What instances are told of Node: the parent's loaders (tsx, vitest) are no part of the platform, nor is what newer Nodes can,
 * which require ES modules and so take the files that packages have for that (the export condition `module-sync`).
 */
const AS_THE_PLATFORM = ['--no-experimental-require-module'].filter((flag) =>
  process.allowedNodeEnvironmentFlags.has(flag),
);

/** How one call ended. `exited`: the instance died under it. */
export type Outcome =
  | { kind: 'done'; json: string }
  | { kind: 'failed'; message: string; stack: string }
  | { kind: 'timeout' }
  | { kind: 'exited'; message: string };

/** One warm instance of a function. It runs one call at a time, as on the platform, so that ending it harms no other call. */
export interface Instance {
  /** Resolves when the function is loaded; rejects with the reason when it cannot be. */
  readonly ready: Promise<void>;
  readonly alive: boolean;
  run(job: Job): Promise<Outcome>;
  end(): Promise<void>;
}

/** Who hears of what an instance prints. */
export interface Hearers {
  log: Log;
  /** Lines beyond the limit, which are not sent. */
  unprinted: (requestId: string, lines: number) => void;
}

class WorkerInstance implements Instance {
  readonly ready: Promise<void>;
  alive = true;
  private readonly worker: Worker;
  private settle: ((outcome: Outcome) => void) | undefined;
  private lastError = '';
  private readonly beats = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  private readonly memoryMb: number;
  private readonly compiled: CompiledCode;
  /** Tells that it ended: where work outlived its call nobody waits who could be told. */
  private readonly logEnd: () => void;

  constructor(
    private readonly fn: string,
    seed: WorkerSeed,
    private readonly hearers: Hearers,
  ) {
    const { log } = hearers;
    this.memoryMb = seed.memoryMb;
    this.compiled = compiledCodeOf(seed.file);
    this.logEnd = () => log({ level: 'error', text: `an instance ended: ${this.lastError}`, fn });
    memoryWatch.count(1);
    this.worker = new Worker(workerCode(), {
      eval: true,
      workerData: { ...seed, beats: this.beats, compiled: this.compiled.code } satisfies InstanceSeed,
      env: seed.environment,
      execArgv: AS_THE_PLATFORM,
      // What it prints comes as messages, each with its call: worker/printing.ts.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: heapLimitOf(seed.memoryMb) },
    });
    this.ready = this.loaded();
    this.worker.on('error', (error) => {
      this.lastError = error instanceof Error ? (error.stack ?? error.message) : String(error);
    });
    this.worker.on('exit', (code) => {
      memoryWatch.count(-1);
      this.compiled.giveUp();
      this.lastError ||= `the instance ended with code ${code}`;
      if (this.alive && !this.settle) this.logEnd();
      this.alive = false;
      this.settle?.({ kind: 'exited', message: this.lastError });
    });
    this.worker.on('message', (message: WorkerMessage) => this.onMessage(message));
  }

  run(job: Job): Promise<Outcome> {
    return new Promise((resolve) => {
      const limit = setTimeout(() => {
        this.settle?.({ kind: 'timeout' });
        void this.end();
      }, job.timeLimitMs);
      const unwatch = this.watchMemory();
      this.settle = (outcome) => {
        clearTimeout(limit);
        unwatch();
        this.settle = undefined;
        resolve(outcome);
      };
      if (this.alive) this.worker.postMessage({ ...job, leaveCode: this.compiled.ask() } satisfies Work);
      else this.settle({ kind: 'exited', message: this.lastError || 'the instance ended' });
    });
  }

  async end(): Promise<void> {
    this.alive = false;
    await this.worker.terminate();
  }

  private onMessage(message: WorkerMessage): void {
    if (message.kind === 'printed' || message.kind === 'unprinted') return this.onPrinted(message);
    if (message.kind === 'done') this.settle?.({ kind: 'done', json: message.json });
    if (message.kind === 'failed') this.settle?.(message);
    if (message.kind === 'overweight') this.overweight();
    if (message.kind === 'compiled') this.compiled.keep(message.code);
  }

  private onPrinted(message: WorkerMessage & { kind: 'printed' | 'unprinted' }): void {
    const { fn, hearers } = this;
    const { kind, requestId } = message;
    if (kind === 'printed') return hearers.log({ level: message.level, text: message.text, fn, requestId });
    if (requestId !== undefined) hearers.unprinted(requestId, message.lines);
    const text = `${requestId ?? 'loading'} printed more than ${PRINTED_CHARACTERS} characters: the rest is cut`;
    if (message.first) hearers.log({ level: 'warn', text, fn });
  }

  private watchMemory(): () => void {
    return memoryWatch.during(new Int32Array(this.beats), this.memoryMb, () => this.overweight());
  }

  private overweight(): void {
    if (!this.alive) return;
    this.lastError = `memory limit exceeded: ${this.memoryMb} MB`;
    if (!this.settle) this.logEnd();
    void this.end();
  }

  private loaded(): Promise<void> {
    return new Promise((resolve, reject) => {
      const unwatch = this.watchMemory();
      const settleStart = (failure?: string) => {
        clearTimeout(limit);
        unwatch();
        this.worker.off('exit', onExit);
        this.worker.off('message', onMessage);
        if (failure === undefined) return resolve();
        void this.end();
        reject(new Error(failure));
      };
      const onExit = () => settleStart(this.lastError);
      const onMessage = (message: WorkerMessage) => {
        if (message.kind === 'ready') settleStart();
        if (message.kind === 'broken') settleStart(message.message);
      };
      const limit = setTimeout(() => settleStart(`not loaded within ${START_LIMIT_MS} ms`), START_LIMIT_MS);
      this.worker.once('exit', onExit);
      this.worker.on('message', onMessage);
    });
  }
}

/** Starts an instance of a function in a worker thread. */
export function startInstance(fn: string, seed: WorkerSeed, hearers: Hearers): Instance {
  return new WorkerInstance(fn, seed, hearers);
}
