import type { CallInput } from '@contract/calls';
import type { LiveView } from '@contract/live';
import type { Context } from '../../../kernel/context';
import { leadStep, requireLeaves } from '../lead';
import { timerAfter } from '../rules/running';

/** Starts, extends or stops the clock of whoever speaks; it is two instants of the server, which every face counts down to (LIVE-5). */
export function setTimer(
  context: Context,
  { id, from, act, seconds }: CallInput<'live.timer'>,
): Promise<LiveView> {
  return leadStep(context, id, (live) => {
    requireLeaves(live.timer?.until ?? null, from);
    return { ...live, timer: timerAfter(live.timer, { act, seconds, now: context.now }) };
  });
}
