import type { ErrorCode } from '@contract/errors';
import type { LiveView } from '@contract/live';
import { change } from '../../kernel/change';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { enforce, found, Refusal } from '../../kernel/refusal';
import type { MeetingDocument } from '../meetings/documents';
import { requireSeen } from '../meetings/expected';
import { meetings } from '../meetings/repository';
import type { LiveMeetingDocument, LiveMeetingFacts } from './documents';
import { mayLead } from './policy';
import { leads, presentLive } from './present';
import { lives } from './repository';
import { changed } from './rules/running';

type Denial = (
  place: MeetingDocument | LiveMeetingFacts,
  live: LiveMeetingDocument | null,
) => ErrorCode | null | Promise<ErrorCode | null>;

/**
 * The live meeting as a transaction sees it, where nothing is denied; what a stranger asks for does not exist (SEC-11).
 * @throws Refusal NOT_FOUND, what `denial` says, LIVE_NOT_RUNNING
 */
export async function liveFor(
  transaction: Transaction,
  context: Context,
  id: string,
  denial: Denial,
): Promise<LiveMeetingDocument> {
  const live = await lives.byId(transaction, id);
  const place = live?.meeting ?? found(await meetings.byId(transaction, id));
  await requireSeen(context, place);
  enforce(await denial(place, live));
  if (!live) throw new Refusal('LIVE_NOT_RUNNING');
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
    const live = await liveFor(transaction, context, id, (place, stands) =>
      mayLead(context.actor, context.now, place, stands, leads(context, stands)),
    );
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
