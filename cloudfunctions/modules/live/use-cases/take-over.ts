import type { CallInput } from '@contract/calls';
import type { LiveView } from '@contract/live';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { leadingOffice } from '../leading-office';
import { liveFor, requireLeaves } from '../lead';
import { mayTakeOver } from '../policy';
import { leadKey, leads, presentLive } from '../present';
import { lives } from '../repository';
import { changed } from '../rules/running';

/** Another officer leads from now on, with one tap; of two at once one wins, and the other is told so (LIVE-4). */
export async function takeOver(
  context: Context,
  { id, term }: CallInput<'live.takeOver'>,
): Promise<LiveView> {
  await change(context, async (transaction) => {
    const live = await liveFor(transaction, context, id, (place, stands) =>
      mayTakeOver(context.actor, context.now, place, stands, leads(context, stands)),
    );
    const { path } = live.meeting;
    requireLeaves(live.lead.term, term);
    const office = leadingOffice(context, path);
    const lead = { term: term + 1, office, key: leadKey(id, context.actor.personId) };
    await lives.put(transaction, changed({ ...live, lead }, context.now));
    return { subject: { kind: 'meeting', id }, path, facts: { term: lead.term, office } };
  });
  return presentLive(context, id);
}
