import type { CallInput } from '@contract/calls';
import type { Page } from '@contract/envelope';
import type { ProposalDetail, ProposalListItem, ProposalStage } from '@contract/proposals';
import type { TimelineLine } from '@contract/timeline';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { visibleProposal } from '../edit';
import { presentList, presentProposal } from '../present';
import { proposals, supports } from '../repository';
import { sightIn } from '../sight';
import { timelineOf } from '../timeline';

/** What somebody looks for who names no stage: not what was withdrawn or went on in another one. */
const CURRENT: readonly ProposalStage[] = [
  'collecting',
  'returned',
  'handling',
  'to-meet',
  'voting',
  'publishing',
  'doing',
  'done',
  'closed',
  'rejected',
];

/** Proposals of a place and all that lies in it, as far as they are the caller's places (SEC-11); latest change first. */
export async function listProposals(
  context: Context,
  input: CallInput<'proposals.list'>,
): Promise<Page<ProposalListItem>> {
  const within = await sightIn(context, input.placeId);
  const filter = { placeId: input.placeId, stages: input.stages ?? CURRENT, within };
  const { items, next } = await proposals.inPlace(filter, input.cursor);
  return { items: await presentList(context, items), next };
}

/** The caller's own, in every stage, newest first. */
export async function listMine(
  context: Context,
  input: CallInput<'proposals.mine'>,
): Promise<Page<ProposalListItem>> {
  const { items, next } = await proposals.ofAuthor(context.actor.personId, input.cursor);
  return { items: await presentList(context, items), next };
}

export async function readProposal(
  context: Context,
  input: CallInput<'proposals.detail'>,
): Promise<ProposalDetail> {
  return presentProposal(context, await visibleProposal(store, context, input.id));
}

/** The one timeline of a matter (RES-8). */
export async function readTimeline(
  context: Context,
  input: CallInput<'proposals.timeline'>,
): Promise<TimelineLine[]> {
  const proposal = await visibleProposal(store, context, input.id);
  return timelineOf(proposal, await supports.of([proposal._id, ...proposal.mergedIds]));
}
