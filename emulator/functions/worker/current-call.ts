import { AsyncLocalStorage } from 'node:async_hooks';

/** What one call has of its own; whatever it starts keeps it, also after the call has returned. */
export interface CurrentCall {
  readonly requestId: string;
  /** Environment variables laid over the instance's. */
  readonly environment: Record<string, string>;
  /** Characters printed so far. */
  printed: number;
}

const current = new AsyncLocalStorage<CurrentCall>();

export function withCall<T>(call: CurrentCall, work: () => T): T {
  return current.run(call, work);
}

/** Undefined outside of any call, as while the module is loaded. */
export function currentCall(): CurrentCall | undefined {
  return current.getStore();
}
