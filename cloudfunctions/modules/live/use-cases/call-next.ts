import type { CallInput } from '@contract/calls';
import type { LiveView } from '@contract/live';
import type { Context } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { store } from '../../../kernel/reader';
import { Refusal } from '../../../kernel/refusal';
import type { AskDocument, LiveMeetingDocument } from '../documents';
import { leadStep, requireLeaves } from '../lead';
import { refreshed } from '../refresh';
import { asks, lives } from '../repository';

const NOTHING_WAITS = { speaker: null, timer: null };

async function turned(
  transaction: Transaction,
  id: string | undefined,
  state: AskDocument['state'],
): Promise<AskDocument | null> {
  const ask = id === undefined ? null : await asks.byId(transaction, id);
  if (ask) await asks.put(transaction, { ...ask, state });
  return ask;
}

async function called(live: LiveMeetingDocument, transaction: Transaction, spoke: boolean) {
  await turned(transaction, live.speaker?.askId, spoke ? 'done' : 'withdrawn');
  const first = await asks.next(transaction, live);
  if (!first) {
    // Nobody is left: the one who spoke has finished, and that is a step as well.
    if (!live.speaker) throw new Refusal('LIVE_NOBODY_WAITING');
    return { ...live, ...NOTHING_WAITS };
  }
  const next = await turned(transaction, first._id, 'speaking');
  if (next?.state !== 'waiting') throw new Refusal('STALE');
  const waiting = live.figures.waiting.filter((number) => number !== next.number);
  const speaker = { number: next.number, askId: next._id };
  return { ...live, speaker, timer: null, figures: { ...live.figures, waiting } };
}

/**
 * Calls the next number; the one before has spoken, or was not there. Pressed twice for the same speaker it is one step (LIVE-4).
 */
export async function callNext(
  context: Context,
  { id, from, spoke }: CallInput<'live.next'>,
): Promise<LiveView> {
  // Whoever asked a moment ago gets a number first.
  const live = await lives.byId(store, id);
  if (live) await refreshed(live, context.now, 0);
  return leadStep(context, id, (stands, transaction) => {
    requireLeaves(stands.speaker?.number ?? null, from);
    return called(stands, transaction, spoke);
  });
}
