import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../log';
import type { WireCode } from '../wire';
import { draws } from './draws';
import {
  assertSpec,
  matches,
  timesOf,
  type FaultHandle,
  type Faults,
  type FaultSpec,
  type FaultTarget,
  type PlannedFault,
} from './spec';

/** How the part that serves a request tells an injected failure. */
export type FailWith<T> = (code: WireCode, message: string) => T;

/** Thrown for a request whose connection is to be broken without an answer. */
export class ConnectionDropped extends Error {
  override readonly name = 'ConnectionDropped';
}

/** Worded as the database words its own conflicts: in an operation the SDK hands on nothing else of them (wire.md). */
const CONFLICT = '[ResourceUnavailable.TransactionConflict] Transaction is conflict (injected fault)';

interface Planned {
  id: number;
  spec: FaultSpec;
  matched: number;
  hits: number;
  draw: () => number;
}

/** The side of the faults that the local cloud itself uses. */
export class FaultBoard implements Faults {
  private planned: Planned[] = [];
  private counts: Record<string, number> = {};
  private delays = new AbortController();
  private lastId = 0;

  /** `log` is told when a fault ends the local cloud. */
  constructor(private readonly log: Log = () => undefined) {}

  on(spec: FaultSpec): FaultHandle {
    assertSpec(spec);
    this.lastId += 1;
    const planned: Planned = { id: this.lastId, spec, matched: 0, hits: 0, draw: draws(spec.seed ?? 1) };
    this.planned.push(planned);
    return {
      get hits() {
        return planned.hits;
      },
      remove: () => void this.remove(planned.id),
    };
  }

  list(): PlannedFault[] {
    return [...this.planned];
  }

  /** False when there is no such fault. */
  remove(id: number): boolean {
    const before = this.planned.length;
    this.planned = this.planned.filter((planned) => planned.id !== id);
    return this.planned.length < before;
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

  /** Serves one request, or lets it go wrong as planned; rejects with ConnectionDropped when nothing is to be answered. */
  async around<T>(target: FaultTarget, perform: () => Promise<T>, failWith: FailWith<T>): Promise<T> {
    if (target.action.startsWith('database.')) {
      this.counts[target.action] = (this.counts[target.action] ?? 0) + 1;
    }
    const fault = this.take(target);
    if (!fault) return perform();
    const { then: effect, code = defaultCode(target.action) } = fault;
    target.struck?.(typeof effect === 'object' ? 'delay' : effect);
    if (typeof effect === 'object') {
      await wait(effect.delay, undefined, { signal: this.delays.signal }).catch(() => undefined);
      return perform();
    }
    if (effect === 'fail') return failWith(code, 'injected fault: not done');
    if (effect === 'conflict') return failWith('DATABASE_TRANSACTION_CONFLICT', CONFLICT);
    if (effect === 'quota') return failWith('EXCEED_RATELIMIT', 'injected fault: the quota is used up');
    if (effect === 'drop-before') throw new ConnectionDropped('injected fault: not done, connection broken');
    const answer = await perform();
    if (effect === 'exit') this.exit(target);
    if (effect === 'drop') throw new ConnectionDropped('injected fault: done, connection broken');
    return effect === 'fail-after' ? failWith(code, 'injected fault: done, answer lost') : answer;
  }

  private exit({ action, collection }: FaultTarget): void {
    const request = collection === undefined ? action : `${action} (${collection})`;
    const text = `fault exit: ${request} is done and on disk; the local cloud ends by SIGKILL before the answer`;
    this.log({ level: 'error', text });
    process.kill(process.pid, 'SIGKILL');
  }

  /** Every fault counts the request; the first one whose turn it is acts. */
  private take(target: FaultTarget): FaultSpec | undefined {
    let acting: Planned | undefined;
    for (const planned of this.planned.filter(({ spec }) => matches(spec, target))) {
      const { nth = 1, chance = 1 } = planned.spec;
      planned.matched += 1;
      const due = planned.matched >= nth && planned.matched < nth + timesOf(planned.spec);
      // Drawn for each request whose turn it is, whether or not another fault acts: one fault never changes what another draws.
      const drawn = due && planned.draw() < chance;
      if (drawn && !acting) acting = planned;
    }
    if (acting) acting.hits += 1;
    return acting?.spec;
  }
}

function defaultCode(action: string): WireCode {
  if (action.startsWith('database.')) return 'DATABASE_REQUEST_FAILED';
  if (action.startsWith('storage.')) return 'STORAGE_REQUEST_FAIL';
  return 'SYS_ERR';
}
