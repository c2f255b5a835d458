import { AsyncLocalStorage } from 'node:async_hooks';

/** What one call has of its own; whatever it starts keeps it, also after the call has returned. */
export interface CurrentCall {
  readonly requestId: string;
  /** Environment variables laid over the instance's. */
  readonly environment: Record<string, string>;
  printing: PrintingState;
}

/** What a call has printed so far. */
export interface PrintingState {
  characters: number;
  /** Lines beyond the limit that nobody was told of yet. */
  unsaid: number;
  /** The call has been answered: nobody asks for what is unsaid any more. */
  answered: boolean;
}

export function nothingPrinted(): PrintingState {
  return { characters: 0, unsaid: 0, answered: false };
}

const current = new AsyncLocalStorage<CurrentCall>();

export function withCall<T>(call: CurrentCall, work: () => T): T {
  return current.run(call, work);
}

/** Undefined outside of any call, as while the module is loaded. */
export function currentCall(): CurrentCall | undefined {
  return current.getStore();
}
