import { randomUUID } from 'node:crypto';
import type { CloudClock } from '../clock';
import { FUNCTION_RESULT_BYTES } from '../limits';
import type { Log } from '../log';
import type { FunctionEntry } from './catalog';
import { callEnvironment } from './environment';
import { isNested, type CallTokens, type Caller } from './identity';
import { startInstance, type Outcome } from './instance';
import { FunctionPool } from './pool';

/** How an invocation ended: `done` carries the JSON text of the result. */
export type Invocation = { requestId: string } & (
  | { kind: 'done'; json: string }
  | { kind: 'failed'; message: string }
  | { kind: 'timeout'; seconds: number }
  | { kind: 'unknown' }
);

export interface InvokerOptions {
  catalog: ReadonlyMap<string, FunctionEntry>;
  environment: Record<string, string>;
  clock: CloudClock;
  tokens: CallTokens;
  log: Log;
}

/** Runs functions in their pools. */
export class Invoker {
  private readonly pools = new Map<string, FunctionPool>();

  constructor(private readonly options: InvokerOptions) {
    const { catalog, environment, clock, log } = options;
    for (const { name, file } of catalog.values()) {
      const start = () => startInstance(name, { file, environment, clock: clock.shared }, log);
      this.pools.set(name, new FunctionPool(start));
    }
  }

  /** Loads every function once; one that cannot be loaded is logged, and its calls fail. */
  async warmUp(): Promise<void> {
    const warming = [...this.pools].map(([fn, pool]) =>
      pool.warmUp().catch((error: unknown) => {
        this.options.log({ level: 'error', text: `cannot be loaded: ${String(error)}`, fn });
      }),
    );
    await Promise.all(warming);
  }

  /** Calls `fn` with the JSON text of its event in the name of `caller`; never rejects. */
  async invoke(fn: string, event: string, caller: Caller): Promise<Invocation> {
    const requestId = randomUUID();
    const entry = this.options.catalog.get(fn);
    const pool = this.pools.get(fn);
    if (!entry || !pool) return { requestId, kind: 'unknown' };
    const token = this.options.tokens.issue({ fn, ...caller });
    const outcome = await pool.run({
      requestId,
      fn,
      event,
      environment: callEnvironment(caller, token),
      timeLimitMs: entry.timeLimitMs,
      nested: isNested(caller),
    });
    return this.conclude(entry, requestId, outcome);
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.close()));
  }

  private conclude(entry: FunctionEntry, requestId: string, outcome: Outcome): Invocation {
    const { log } = this.options;
    const fn = entry.name;
    if (outcome.kind === 'timeout') {
      const seconds = entry.timeLimitMs / 1000;
      log({ level: 'error', text: `${requestId} ended after ${seconds} seconds`, fn });
      return { requestId, kind: 'timeout', seconds };
    }
    if (outcome.kind !== 'done') {
      const detail = outcome.kind === 'failed' ? outcome.stack : outcome.message;
      log({ level: 'error', text: `${requestId} failed: ${detail}`, fn });
      return { requestId, kind: 'failed', message: outcome.message };
    }
    if (Buffer.byteLength(outcome.json) > FUNCTION_RESULT_BYTES) {
      const message = `the result exceeds ${FUNCTION_RESULT_BYTES} bytes`;
      log({ level: 'error', text: `${requestId}: ${message}`, fn });
      return { requestId, kind: 'failed', message };
    }
    return { requestId, kind: 'done', json: outcome.json };
  }
}
