import type { WireCode } from '../wire';

/**
 * What to do with a request:
 * - `fail` answers an error without doing it, `fail-after` does it and then answers an error;
 * - `drop-before` breaks the connection without doing it, `drop` does it and breaks the connection before the answer;
 * - `conflict` answers a transaction conflict, `quota` that a quota is used up, both without doing it;
 * - `exit` does it and kills this process with SIGKILL before it is answered;
 * - a delay (real ms) holds it back first.
 */
export type FaultEffect =
  | 'fail'
  | 'fail-after'
  | 'drop'
  | 'drop-before'
  | 'conflict'
  | 'quota'
  | 'exit'
  | { delay: number };

/** The effects without a parameter. */
export const FAULT_EFFECTS = [
  'fail',
  'fail-after',
  'drop',
  'drop-before',
  'conflict',
  'quota',
  'exit',
] as const;

export interface FaultSpec {
  /**
   * The SDK's action (`database.modifyDocument`, `storage.putObject`, `functions.invokeFunction`), or `openapi.` and the name
   * (`openapi.security.msgSecCheck`), or `call.` and the function that a phone calls. Absent: any.
   */
  action?: string | RegExp;
  /** Only requests on this collection. */
  collection?: string;
  /** Which of the matching requests, counted from 1 since the fault was set; default 1. */
  nth?: number;
  /** How many in a row from the nth; default 1, or Infinity where `chance` is given; Infinity for all. */
  times?: number;
  /** Of those, only this share (0 to 1), drawn one by one; the same seed draws the same. */
  chance?: number;
  /** Whole number; default 1. */
  seed?: number;
  then: FaultEffect;
  /** Code of the error of `fail` and `fail-after`; default: what an overloaded platform would answer. */
  code?: WireCode;
}

export interface FaultHandle {
  /** How often the fault was carried out. */
  readonly hits: number;
  remove(): void;
}

/** A fault that is set, for the console. */
export interface PlannedFault {
  readonly id: number;
  readonly spec: FaultSpec;
  /** Requests that matched so far. */
  readonly matched: number;
  readonly hits: number;
}

/** Makes chosen requests go wrong, and counts requests. */
export interface Faults {
  /** Throws a RangeError for a share outside 0 to 1, an nth or times below 1. */
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
  /** Told of the effect before it is carried out. */
  struck?: (effect: string) => void;
}

export function matches({ action, collection }: FaultSpec, target: FaultTarget): boolean {
  if (collection !== undefined && collection !== target.collection) return false;
  if (action === undefined) return true;
  // search() and not test(): an expression with the flag g remembers where it stopped.
  return typeof action === 'string' ? action === target.action : target.action.search(action) >= 0;
}

/** How many matching requests in a row a fault is about. */
export function timesOf({ times, chance }: FaultSpec): number {
  return times ?? (chance === undefined ? 1 : Infinity);
}

/** Throws a RangeError when the fault could never do what it says. */
export function assertSpec(spec: FaultSpec): void {
  const { nth = 1, chance = 1, then: effect } = spec;
  if (!(chance >= 0 && chance <= 1)) throw new RangeError(`chance is a share from 0 to 1, not ${chance}`);
  if (!(nth >= 1)) throw new RangeError(`nth counts from 1, not ${nth}`);
  if (!(timesOf(spec) >= 1)) throw new RangeError(`times counts from 1, not ${spec.times}`);
  if (typeof effect === 'object' && !(effect.delay >= 0)) throw new RangeError(`a delay takes ms >= 0`);
}
