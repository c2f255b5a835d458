import type { Calls, CallInput, CallName, CallOutput } from '@contract/calls';
import type { Context } from './context';

export type Handler<N extends CallName> = (context: Context, input: CallInput<N>) => Promise<CallOutput<N>>;

/** The calls of one module, each with its use-case; the type check finds one that is missing. */
export type Routes<Prefix extends string> = {
  [N in keyof Calls & `${Prefix}.${string}`]: Handler<N>;
};
