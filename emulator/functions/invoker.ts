import { randomUUID } from 'node:crypto';
import type { CloudClock } from '../clock';
import type { CallJournal, CallState } from '../journal';
import { FUNCTION_RESULT_BYTES } from '../limits';
import type { Log } from '../log';
import type { FunctionEntry } from './catalog';
import { callEnvironment } from './environment';
import { isNested, type CallTokens, type Caller } from './identity';
import type { Deployment } from './deployment';
import type { Outcome } from './instance';
import type { PoolState } from './pool';

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
  clock: CloudClock;
  tokens: CallTokens;
  journal: CallJournal;
  log: Log;
}

/** Runs functions in their pools. */
export class Invoker {
  constructor(private readonly options: InvokerOptions) {}

  /** Undefined for an unknown function. */
  poolState(fn: string): PoolState | undefined {
    return this.options.deployment.poolOf(fn)?.state;
  }

  /** Calls `fn` with the JSON text of its event in the name of `caller`; never rejects. */
  async invoke(fn: string, event: string, caller: Caller): Promise<Invocation> {
    const requestId = randomUUID();
    const { deployment, tokens, appId, clock, journal } = this.options;
    const { parent, ...claim } = caller;
    const token = tokens.issue({ fn, requestId, ...claim });
    journal.begin({ requestId, parent, fn, ...claim, event, startedAt: clock.now() });
    const entry = deployment.get(fn);
    const pool = deployment.poolOf(fn);
    if (!entry || !pool) {
      journal.end(requestId, 'unknown');
      this.options.log({ level: 'error', text: `${requestId} there is no function ${fn}`, requestId });
      return { requestId, kind: 'unknown' };
    }
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
    const { journal } = this.options;
    if (outcome.kind === 'timeout') {
      const seconds = entry.timeLimitMs / 1000;
      this.noteFailure(entry, requestId, 'timeout', `Invoking task timed out after ${seconds} seconds`);
      return { requestId, kind: 'timeout', seconds };
    }
    if (outcome.kind !== 'done') {
      const detail = outcome.kind === 'failed' ? outcome.stack : outcome.message;
      this.noteFailure(entry, requestId, 'failed', `failed: ${detail}`);
      return { requestId, kind: 'failed', message: outcome.message };
    }
    if (Buffer.byteLength(outcome.json) > FUNCTION_RESULT_BYTES) {
      const message = `the result exceeds ${FUNCTION_RESULT_BYTES} bytes`;
      this.noteFailure(entry, requestId, 'failed', message);
      return { requestId, kind: 'failed', message };
    }
    journal.end(requestId, 'done', { result: outcome.json });
    return { requestId, kind: 'done', json: outcome.json };
  }

  private noteFailure(entry: FunctionEntry, requestId: string, state: CallState, reason: string): void {
    this.options.journal.end(requestId, state, { reason });
    this.options.log({ level: 'error', text: `${requestId} ${reason}`, fn: entry.name, requestId });
  }
}

/** What a call prints is logged, and kept under the call. */
export function alsoInto(journal: CallJournal, log: Log): Log {
  return (entry) => {
    const { level, text, requestId } = entry;
    if (requestId !== undefined && level !== 'error') journal.printed(requestId, { level, text });
    log(entry);
  };
}
