import type { CloudClock } from '../clock';
import type { FunctionEntry } from '../functions/catalog';
import { invokeByTimer } from '../functions/by-timer';
import type { Invoker } from '../functions/invoker';
import { timerEvent } from '../timers';
import { answerOf, type CallAnswer } from './phone-call';

/** Fires the timer of a function at any instant, with the answer that a phone would get. */
export function timersByHand(
  invoker: Invoker,
  catalog: { get(name: string): FunctionEntry | undefined },
  clock: CloudClock,
): (fn: string) => Promise<CallAnswer> {
  return async (fn) => {
    const name = catalog.get(fn)?.triggers[0]?.name ?? 'by-hand';
    const invocation = await invokeByTimer(invoker, fn, timerEvent(name, clock.now()));
    return JSON.parse(answerOf(invocation)) as CallAnswer;
  };
}
