import { setTimeout as wait } from 'node:timers/promises';
import type { WireCode } from './wire';

/**
 * What to do with a request: `fail` answers an error without doing it; `fail-after` does it and then answers an error, as when
 * an answer is lost; `conflict` answers a transaction conflict without doing it; `exit` does it and kills this process with
 * SIGKILL before it is answered; a delay (real ms) holds it back first.
 */
export type FaultEffect = 'fail' | 'fail-after' | 'conflict' | 'exit' | { delay: number };

export interface FaultSpec {
  /**
   * The SDK's action (`database.modifyDocument`, `storage.putObject`, `functions.invokeFunction`), or `openapi.` and the name
   * (`openapi.security.msgSecCheck`). Absent: any.
   */
  action?: string | RegExp;
  /** Only requests on this collection. */
  collection?: string;
  /** Which of the matching requests, counted from 1 since the fault was set; default 1. */
  nth?: number;
  /** How many in a row from the nth; default 1, Infinity for all. */
  times?: number;
  then: FaultEffect;
  /** Code of the error; default: what an overloaded platform would answer. */
  code?: WireCode;
}

export interface FaultHandle {
  /** How often the fault was carried out. */
  readonly hits: number;
  remove(): void;
}

/** Makes chosen requests go wrong, and counts requests. */
export interface Faults {
  on(spec: FaultSpec): FaultHandle;
  /** Database requests by action since the last reset(), for claims such as "at most 4 requests". */
  requests(): Record<string, number>;
  /** Removes every fault, lets go what is held back, and starts counting anew. */
  reset(): void;
}

/** A request as faults see it. */
export interface FaultTarget {
  action: string;
  collection?: string;
}

/** How the part that serves a request tells an injected failure. */
export type FailWith<T> = (code: WireCode, message: string) => T;

/** Worded as the database words its own conflicts: in an operation the SDK hands on nothing else of them (wire.md). */
const CONFLICT = '[ResourceUnavailable.TransactionConflict] Transaction is conflict (injected fault)';

interface Planned {
  spec: FaultSpec;
  matched: number;
  hits: number;
}

/** The side of the faults that the local cloud itself uses. */
export class FaultBoard implements Faults {
  private planned: Planned[] = [];
  private counts: Record<string, number> = {};
  private delays = new AbortController();

  on(spec: FaultSpec): FaultHandle {
    const planned: Planned = { spec, matched: 0, hits: 0 };
    this.planned.push(planned);
    return {
      get hits() {
        return planned.hits;
      },
      remove: () => {
        this.planned = this.planned.filter((other) => other !== planned);
      },
    };
  }

  requests(): Record<string, number> {
    return { ...this.counts };
  }

  reset(): void {
    this.planned = [];
    this.counts = {};
    this.delays.abort();
    this.delays = new AbortController();
  }

  /** Serves one request, or lets it go wrong as planned. */
  async around<T>(target: FaultTarget, perform: () => Promise<T>, failWith: FailWith<T>): Promise<T> {
    if (target.action.startsWith('database.')) {
      this.counts[target.action] = (this.counts[target.action] ?? 0) + 1;
    }
    const fault = this.take(target);
    if (!fault) return perform();
    const { then: effect, code = defaultCode(target.action) } = fault;
    if (typeof effect === 'object') {
      await wait(effect.delay, undefined, { signal: this.delays.signal }).catch(() => undefined);
      return perform();
    }
    if (effect === 'fail') return failWith(code, 'injected fault: not done');
    if (effect === 'conflict') return failWith('DATABASE_TRANSACTION_CONFLICT', CONFLICT);
    const answer = await perform();
    if (effect === 'exit') process.kill(process.pid, 'SIGKILL');
    return effect === 'fail-after' ? failWith(code, 'injected fault: done, answer lost') : answer;
  }

  /** Every fault counts the request; the first one whose turn it is acts. */
  private take(target: FaultTarget): FaultSpec | undefined {
    let acting: Planned | undefined;
    for (const planned of this.planned.filter(({ spec }) => matches(spec, target))) {
      planned.matched += 1;
      const first = planned.spec.nth ?? 1;
      const due = planned.matched >= first && planned.matched < first + (planned.spec.times ?? 1);
      if (due && !acting) acting = planned;
    }
    if (acting) acting.hits += 1;
    return acting?.spec;
  }
}

function matches({ action, collection }: FaultSpec, target: FaultTarget): boolean {
  if (collection !== undefined && collection !== target.collection) return false;
  if (action === undefined) return true;
  return typeof action === 'string' ? action === target.action : action.test(target.action);
}

function defaultCode(action: string): WireCode {
  if (action.startsWith('database.')) return 'DATABASE_REQUEST_FAILED';
  if (action.startsWith('storage.')) return 'STORAGE_REQUEST_FAIL';
  return 'SYS_ERR';
}
