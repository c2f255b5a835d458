import { randomUUID } from 'node:crypto';
import { FUNCTION_RESULT_BYTES } from '../limits';
import type { Log } from '../log';
import type { FunctionEntry } from './catalog';
import { callEnvironment } from './environment';
import { isNested, type CallTokens, type Caller } from './identity';
import type { Deployment } from './deployment';
import type { Outcome } from './instance';

/** How an invocation ended: `done` carries the JSON text of the result. */
export type Invocation = { requestId: string } & (
  | { kind: 'done'; json: string }
  | { kind: 'failed'; message: string }
  | { kind: 'timeout'; seconds: number }
  | { kind: 'unknown' }
);

export interface InvokerOptions {
  deployment: Deployment;
  appId: string;
  tokens: CallTokens;
  log: Log;
}

/** Runs functions in their pools. */
export class Invoker {
  constructor(private readonly options: InvokerOptions) {}

  /** Calls `fn` with the JSON text of its event in the name of `caller`; never rejects. */
  async invoke(fn: string, event: string, caller: Caller): Promise<Invocation> {
    const requestId = randomUUID();
    const { deployment, tokens, appId } = this.options;
    const entry = deployment.get(fn);
    const pool = deployment.poolOf(fn);
    if (!entry || !pool) return { requestId, kind: 'unknown' };
    const token = tokens.issue({ fn, ...caller });
    const outcome = await pool.run({
      requestId,
      fn,
      event,
      environment: callEnvironment(caller, token, appId),
      timeLimitMs: entry.timeLimitMs,
      nested: isNested(caller),
    });
    return this.conclude(entry, requestId, outcome);
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
