import type { LiveView } from '@contract/live';
import { change } from '../../kernel/change';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { enforce, found, Refusal } from '../../kernel/refusal';
import { belongsTo } from '../../kernel/person';
import type { LiveMeetingDocument } from './documents';
import { mayLead } from './policy';
import { leads, presentLive } from './present';
import { lives } from './repository';
import { changed } from './rules/running';

/** The live meeting as a transaction sees it; what a stranger asks for does not exist (SEC-11). */
export async function liveIn(
  transaction: Transaction,
  { actor, now }: Context,
  id: string,
): Promise<LiveMeetingDocument> {
  const live = found(await lives.byId(transaction, id));
  if (!belongsTo(actor, now, live.meeting.path)) throw new Refusal('NOT_FOUND');
  return live;
}

/** Throws STALE where the step that was asked for leaves something else than what stands now (LIVE-4). */
export function requireLeaves<T>(stands: T, leaves: T): void {
  if (stands !== leaves) throw new Refusal('STALE');
}

/** One step of whoever leads: the state after it, as one version more, audited. */
export async function leadStep(
  context: Context,
  id: string,
  step: (
    live: LiveMeetingDocument,
    transaction: Transaction,
  ) => Promise<LiveMeetingDocument> | LiveMeetingDocument,
): Promise<LiveView> {
  await change(context, async (transaction) => {
    const live = await liveIn(transaction, context, id);
    enforce(mayLead(context.actor, context.now, live, leads(context, live)));
    const next = changed(await step(live, transaction), context.now);
    await lives.put(transaction, next);
    const { version, itemId, speaker, vote } = next;
    return {
      subject: { kind: 'meeting', id },
      path: live.meeting.path,
      facts: { version, itemId, speaker: speaker?.number ?? null, motionId: vote?.motionId ?? null },
    };
  });
  return presentLive(context, id);
}
