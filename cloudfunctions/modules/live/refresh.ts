import { canonical } from '../../kernel/ids';
import { store } from '../../kernel/reader';
import type { LiveMeetingDocument } from './documents';
import { gather } from './gather';
import { type Gathered, lives } from './repository';
import { changed, ended } from './rules/running';

/** Longer than adding up takes; who broke off gives it free by then. */
const LEASE_MS = 5_000;
/** A command may come between; then what was found is written over its state. */
const ROUNDS = 3;

const shownOf = ({ figures: { asOfAt: _at, leaseUntil: _lease, ...figures }, vote }: LiveMeetingDocument) =>
  canonical({ figures, vote });

/** The state with what was found; another version only where somebody would see a difference. */
function merged(live: LiveMeetingDocument, { figures, vote, endedBy }: Gathered, now: number) {
  const next = {
    ...live,
    // The number that was called meanwhile does not wait any more.
    figures: { ...figures, waiting: figures.waiting.filter((number) => number !== live.speaker?.number) },
    vote: vote && vote.motionId === live.vote?.motionId ? vote : live.vote,
  };
  if (endedBy) return changed(ended(next, endedBy), now);
  return shownOf(next) === shownOf(live) ? next : changed(next, now);
}

async function write(seen: LiveMeetingDocument, found: Gathered, now: number): Promise<LiveMeetingDocument> {
  let live = seen;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const next = merged(live, found, now);
    if (await lives.replace(next, live.version)) return next;
    const present = await lives.byId(store, seen._id);
    if (present?.run !== seen.run || present.stage !== 'running') return present ?? live;
    live = present;
  }
  return live;
}

/**
 * The state with figures no older than `freshMs`, added up anew by whoever finds them older and gets the lease; the others are
 * shown what is kept (LIVE-6).
 */
export async function refreshed(
  live: LiveMeetingDocument,
  now: number,
  freshMs: number,
): Promise<LiveMeetingDocument> {
  if (live.stage === 'ended' || now - live.figures.asOfAt < freshMs) return live;
  if (!(await lives.takeLease(live, now, now + LEASE_MS))) return live;
  const found = await gather(live, now);
  return write({ ...live, figures: { ...live.figures, leaseUntil: now + LEASE_MS } }, found, now);
}
