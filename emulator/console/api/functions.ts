import { parseCron } from '../../timers';
import type { ConsoleParts } from '../parts';
import type { FunctionsView, FunctionView } from '../shapes';
import { refuse, text, type Answer } from './asked';

export function functionsOf(parts: ConsoleParts): FunctionsView {
  const functions = parts.catalog.entries().map((entry): FunctionView => {
    const { name, timeLimitMs, openapi } = entry;
    const state = parts.invoker.poolState(name) ?? { instances: 0, idle: 0, waiting: 0 };
    const [trigger] = entry.triggers;
    const nextAt = trigger && parseCron(trigger.config).next(parts.clock.now());
    return {
      name,
      timeLimitMs,
      openapi: [...openapi],
      failure: parts.catalog.failureOf(name),
      ...state,
      trigger: trigger && { name: trigger.name, config: trigger.config, nextAt },
    };
  });
  return { functions, timersRun: parts.timersRun };
}

/** Fires the timer of a function that has one; gives the answer of the call. */
export const fireTimer =
  (parts: ConsoleParts): Answer =>
  ({ body }) => {
    const fn = text(body, 'fn');
    if (!parts.catalog.get(fn)?.triggers.length) throw refuse(`${fn} 没有触发器`);
    return parts.fireTimer(fn);
  };
