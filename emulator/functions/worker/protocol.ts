import type { Printed, Unprinted } from './printing';

/** What a worker is given when it is started. */
export interface WorkerSeed {
  /** Absolute path of index.js. */
  file: string;
  /** Memory of the instance in MB. */
  memoryMb: number;
  /** Where the local cloud's own wx-server-sdk is, for a function that has none installed. */
  sdk: string;
  /** One Int32 for all instances of the function: 1 when one of them has told that it uses that SDK. */
  told: SharedArrayBuffer;
  /** Environment of the instance. */
  environment: Record<string, string>;
  /** The cloud's clock. */
  clock: SharedArrayBuffer;
}

/** What one instance is given beside what all instances of its function have. */
export interface InstanceSeed extends WorkerSeed {
  /** One Int32: counts up whenever the instance has looked at its memory. */
  beats: SharedArrayBuffer;
  /** V8's compiled code of index.js, where an instance has left some. */
  compiled?: Uint8Array;
}

/** One call of the function. */
export interface Job {
  requestId: string;
  fn: string;
  /** JSON text of the event. */
  event: string;
  /** Environment of this call, laid over the instance's. */
  environment: Record<string, string>;
  timeLimitMs: number;
  /** Called by another function, which holds an instance until it is answered. */
  nested: boolean;
}

/** What an instance is sent for it. */
export interface Work extends Job {
  /** It is to leave the compiled code of index.js. */
  leaveCode: boolean;
}

/**
 * From the worker: it is ready or cannot be loaded; the compiled code of index.js, once; it holds more memory than it may; a line was
 * printed, or more lines than are sent; a call ended with its result's JSON text or an error.
 */
export type WorkerMessage =
  | { kind: 'ready' }
  | { kind: 'broken'; message: string }
  | { kind: 'compiled'; code: Uint8Array }
  | { kind: 'overweight' }
  | ({ kind: 'printed' } & Printed)
  | ({ kind: 'unprinted' } & Unprinted)
  | { kind: 'done'; requestId: string; json: string }
  | { kind: 'failed'; requestId: string; message: string; stack: string };
