import { SOURCE } from '../platform';
import type { TimerEvent } from '../timers';
import type { Invocation, Invoker } from './invoker';

/** Calls a function as its timer does: SOURCE wx_trigger, no OPENID. Never rejects. */
export function invokeByTimer(invoker: Invoker, fn: string, event: TimerEvent): Promise<Invocation> {
  return invoker.invoke(fn, JSON.stringify(event), { source: SOURCE.timer });
}
