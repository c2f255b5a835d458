import type { CallInput } from '@contract/calls';
import type { LiveView } from '@contract/live';
import type { Context } from '../../../kernel/context';
import { leadStep } from '../lead';
import { ended } from '../rules/running';

/** Ends the live meeting on all faces; the meeting itself goes on to its announced end (LIVE-9). */
export function endLive(context: Context, { id }: CallInput<'live.end'>): Promise<LiveView> {
  return leadStep(context, id, (live) => ended(live, 'officer'));
}
