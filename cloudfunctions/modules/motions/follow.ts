import type { ProposalStage } from '@contract/proposals';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { meetings } from '../meetings/repository';
import type { ProposalDocument } from '../proposals/documents';
import { proposals } from '../proposals/repository';
import { resolutions } from '../resolutions/repository';
import type { MotionDocument } from './documents';
import { motions } from './repository';
import { type CountedVote, decisionOf, decisionOfAll } from './rules/worth';

interface Step {
  stage: ProposalStage;
  /** Who holds the matter from now on. */
  holder: string;
  /** The coming meeting that it is on, or null; left out: as before. */
  meetingId?: string | null;
}

/** Moves the matter of a motion on in the motion's own transaction; null leaves it where it is. */
async function move(
  transaction: Transaction,
  context: Context,
  motion: MotionDocument,
  stepFrom: (proposal: ProposalDocument) => Promise<Step | null> | Step | null,
): Promise<void> {
  if (motion.proposalId === null) return;
  const proposal = await proposals.byId(transaction, motion.proposalId);
  const step = proposal && (await stepFrom(proposal));
  if (!step) return;
  await proposals.put(transaction, {
    ...proposal,
    stage: step.stage,
    meetingId: step.meetingId === undefined ? proposal.meetingId : step.meetingId,
    holder: { label: step.holder, since: context.now },
    motionIds: [...new Set([...proposal.motionIds, motion._id])],
    revision: proposal.revision + 1,
    updatedAt: context.now,
  });
}

/** The matter of an announced motion is being voted on. */
export function followAnnounced(transaction: Transaction, context: Context, motion: MotionDocument) {
  return move(transaction, context, motion, () => ({ stage: 'voting', holder: motion.title }));
}

/** The other motions of the same matter, as this transaction sees them. */
async function othersOf(transaction: Transaction, motion: MotionDocument): Promise<MotionDocument[]> {
  if (motion.proposalId === null) return [];
  const all = await motions.ofProposal(transaction, motion.proposalId);
  return all.filter(({ _id }) => _id !== motion._id);
}

const running = (others: readonly MotionDocument[]) => others.some(({ state }) => state === 'announced');

function countedVotes(votes: readonly MotionDocument[]): CountedVote[] {
  return votes.flatMap(({ worth, verdict, countedAt }) =>
    verdict && countedAt !== null ? [{ worth, outcome: verdict.outcome, countedAt }] : [],
  );
}

/** Where a matter goes on which nothing was decided: to the meeting that it still waits for, or it is free for the next one (MEET-10). */
async function undecided(
  transaction: Transaction,
  { now }: Context,
  { meetingId }: ProposalDocument,
): Promise<Step> {
  const meeting = meetingId === null ? null : await meetings.byId(transaction, meetingId);
  const waits = meeting !== null && ['draft', 'noticed'].includes(meeting.stage) && now < meeting.startsAt;
  if (!waits) return { stage: 'collecting', holder: '社区', meetingId: null };
  // The title of a draft is shown with its notice (MEET-15).
  return { stage: 'to-meet', holder: meeting.noticedAt === null ? '社区' : meeting.title };
}

/** Where a matter is that this vote carried: it waits to be published, or is as far as its resolution. */
async function carriedBy(
  transaction: Transaction,
  { resolutionId }: MotionDocument,
  { authorNames }: ProposalDocument,
): Promise<Step> {
  const resolution = resolutionId === null ? null : await resolutions.byId(transaction, resolutionId);
  if (!resolution) return { stage: 'publishing', holder: '等待公示' };
  const { stage, items } = resolution;
  const atWork = items.find(({ state }) => state === 'open')?.responsible.label ?? '';
  const holders = { publishing: '公示中', doing: atWork, done: authorNames.join('、'), closed: '已办结' };
  return { stage, holder: holders[stage] };
}

const isPassed = ({ worth, verdict }: MotionDocument) =>
  verdict !== null && decisionOf({ worth, outcome: verdict.outcome }) === 'passed';

const latestFirst = (a: MotionDocument, b: MotionDocument) => (b.countedAt ?? 0) - (a.countedAt ?? 0);

/** Where the counted votes of a matter leave it: one that passed carries it, opinions alone leave it open (DEC-9, RES-10). */
async function stepAfter(
  transaction: Transaction,
  context: Context,
  proposal: ProposalDocument,
  votes: readonly MotionDocument[],
): Promise<Step> {
  const decision = decisionOfAll(countedVotes(votes));
  const latest = [...votes].sort(latestFirst);
  const carrying = latest.find(isPassed);
  if (decision === 'passed' && carrying) return carriedBy(transaction, carrying, proposal);
  if (decision === 'nothing') return undecided(transaction, context, proposal);
  return { stage: 'rejected', holder: latest[0]?.resolutionId ? '已公示' : '等待公示' };
}

/** A cancelled motion gives its matter back to the meeting or the collecting of support, or to what its other votes made of it. */
export async function followCancelled(transaction: Transaction, context: Context, motion: MotionDocument) {
  const others = await othersOf(transaction, motion);
  return move(transaction, context, motion, async (proposal) => {
    if (running(others) || proposal.stage !== 'voting') return null;
    const step = await stepAfter(transaction, context, proposal, others);
    if (step.stage !== 'rejected') return step;
    // What failed may be on the way to a meeting again.
    const open = await undecided(transaction, context, proposal);
    return open.stage === 'to-meet' ? open : { ...step, meetingId: null };
  });
}

/** Moves the matter on once none of its motions is open any more. */
export async function followCounted(transaction: Transaction, context: Context, motion: MotionDocument) {
  const others = await othersOf(transaction, motion);
  return move(transaction, context, motion, (proposal) => {
    if (running(others) || proposal.stage !== 'voting') return null;
    return stepAfter(transaction, context, proposal, [motion, ...others]);
  });
}
