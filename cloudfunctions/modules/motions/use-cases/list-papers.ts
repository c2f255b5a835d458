import type { CallInput, CallOutput } from '@contract/calls';
import type { DoorRow, PaperState } from '@contract/motions';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import type { MotionDocument, RollEntryDocument } from '../documents';
import { paperRow } from '../paper-views';
import { ballotTime, maySee } from '../policy/office';
import { mayHandlePapers, ownPaperDenial } from '../policy/paper';
import { ballots, motions, papers, rollEntries } from '../repository';
import { votersOnRoll } from '../roll/door-order';

const DOORS = 50;
const FOUND = 30;

const STATES: Record<'waiting' | 'ended', readonly PaperState[]> = {
  waiting: ['entered'],
  ended: ['confirmed', 'differed', 'rejected', 'withdrawn', 'objected'],
};

async function motionOf(context: Context, motionId: string): Promise<MotionDocument> {
  const motion = found(await motions.byId(store, motionId));
  enforce(maySee(context.actor, context.now, motion));
  enforce(mayHandlePapers(context.actor, context.now, motion));
  return motion;
}

/** Papers of a motion: those that wait for a second officer, the oldest first, or those that came to an end. */
export async function listPapers(
  context: Context,
  { motionId, state, cursor }: CallInput<'motions.papers'>,
): Promise<CallOutput<'motions.papers'>> {
  const motion = await motionOf(context, motionId);
  const page = await papers.page(motionId, STATES[state], state === 'waiting' ? 'asc' : 'desc', cursor);
  const entries = await Promise.all(page.items.map(({ entryId }) => rollEntries.byId(store, entryId)));
  const items = page.items.flatMap((paper, n) => {
    const entry = entries[n];
    if (!entry) return [];
    const row = paperRow(context, motion, entry, paper);
    // Whoever enters one anew opens it by itself: going through the list shows nobody's paper (PAP-14).
    return [state === 'ended' ? { ...row, photos: [] } : row];
  });
  return { items, next: page.next };
}

/** The last paper of one voter, as an officer may see it. */
export async function readVoterPaper(
  context: Context,
  { motionId, entryId }: CallInput<'motions.paper'>,
): Promise<CallOutput<'motions.paper'>> {
  const motion = await motionOf(context, motionId);
  const [entry, paper] = await Promise.all([
    rollEntries.byId(store, entryId),
    papers.byId(store, papers.idOf(motionId, entryId)),
  ]);
  if (entry?.rollId !== motion.roll?.id) throw new Refusal('NOT_FOUND');
  return { paper: entry && paper ? paperRow(context, motion, entry, paper) : null };
}

/** Voters by their label, for a paper that lies on the table: nothing tells whether they voted. */
export async function findPaperVoters(
  context: Context,
  { motionId, search }: CallInput<'motions.paperVoters'>,
): Promise<CallOutput<'motions.paperVoters'>> {
  const motion = await motionOf(context, motionId);
  const entries = await votersOnRoll(motion, search);
  const items = entries.slice(0, FOUND).map((entry) => {
    return { entryId: entry._id, label: entry.label, may: ownPaperDenial(context.actor, motion, entry) };
  });
  return { items, more: entries.length > FOUND };
}

/** Whoever comes after the voter that the last page ended with, who may have voted since. */
function after(sorted: RollEntryDocument[], cursor: string | null | undefined): RollEntryDocument[] {
  const at = cursor ? sorted.findIndex(({ _id }) => _id === cursor) : -1;
  return sorted.slice(at + 1);
}

/**
 * Voters without a ballot, for a visit: never how or when others voted (PAP-12). Looking at it is a change, of the audit log alone.
 */
export async function readDoorList(
  context: Context,
  { motionId, search, cursor }: CallInput<'motions.doorList'>,
): Promise<CallOutput<'motions.doorList'>> {
  const motion = await motionOf(context, motionId);
  enforce(ballotTime(motion, context.now));
  await change(context, async () => ({
    subject: { kind: 'door-list', id: motionId },
    path: motion.path,
    facts: { search: search ?? '', from: cursor ?? null },
  }));
  const [voters, voted, waiting] = await Promise.all([
    votersOnRoll(motion, search),
    ballots.entryIds(motionId),
    papers.ofMotion(motionId),
  ]);
  const waits = new Set(waiting.filter(({ state }) => state === 'entered').map(({ entryId }) => entryId));
  const rest = after(voters, cursor).filter(({ _id }) => !voted.has(_id));
  const page = rest.slice(0, DOORS);
  const items = page.map(
    (entry): DoorRow => ({
      ...{ entryId: entry._id, label: entry.label, may: ownPaperDenial(context.actor, motion, entry) },
      people: entry.keys.length,
      paperWaits: waits.has(entry._id),
    }),
  );
  return { items, next: rest.length > DOORS ? (page.at(-1)?._id ?? null) : null };
}
