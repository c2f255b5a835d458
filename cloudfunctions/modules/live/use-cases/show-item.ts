import type { CallInput } from '@contract/calls';
import type { LiveView } from '@contract/live';
import type { Context } from '../../../kernel/context';
import { Refusal } from '../../../kernel/refusal';
import { leadStep, requireLeaves } from '../lead';

/** Goes to another item of the agenda; the vote of the one before is not shown any more (LIVE-4). */
export function showItem(context: Context, { id, from, to }: CallInput<'live.item'>): Promise<LiveView> {
  return leadStep(context, id, (live) => {
    requireLeaves(live.itemId, from);
    if (!live.items.some((item) => item.id === to)) throw new Refusal('ITEM_NOT_ON_AGENDA');
    return { ...live, itemId: to, vote: from === to ? live.vote : null };
  });
}
