import type { ProposalStage } from '@contract/proposals';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { decisionOf } from '../motions/rules/worth';
import type { ProposalDocument } from '../proposals/documents';
import { proposals } from '../proposals/repository';
import type { ResolutionDocument } from './documents';

interface Step {
  stage: ProposalStage;
  /** Who holds it from now on; left out: as before. */
  holder?: string | ((proposal: ProposalDocument) => string);
  resolutionId?: string;
}

const WORK: readonly ProposalStage[] = ['doing', 'done', 'closed'];

/** Work that a straw poll began goes on beside the statutory vote: the matter stays in that vote, and with what it rejected (MOT-9). */
function decidedElsewhere({ stage }: ProposalDocument, step: Step): boolean {
  return stage === 'voting' || (stage === 'rejected' && WORK.includes(step.stage));
}

/** Moves the proposal on with its resolution, in the same transaction. */
export async function followProposal(
  transaction: Transaction,
  context: Context,
  resolution: Pick<ResolutionDocument, 'proposalId'>,
  step: Step,
): Promise<ProposalDocument | null> {
  if (!resolution.proposalId) return null;
  const proposal = await proposals.byId(transaction, resolution.proposalId);
  if (!proposal) return null;
  const stays = decidedElsewhere(proposal, step);
  const label = stays ? null : typeof step.holder === 'function' ? step.holder(proposal) : step.holder;
  const moved: ProposalDocument = {
    ...proposal,
    stage: stays ? proposal.stage : step.stage,
    holder: label ? { label, since: context.now } : proposal.holder,
    resolutionId: step.resolutionId ?? proposal.resolutionId,
    revision: proposal.revision + 1,
    updatedAt: context.now,
  };
  await proposals.put(transaction, moved);
  return moved;
}

/**
 * What a published result does to its matter: one that passed is carried out. Another one leaves the matter where the count has
 * put it: open after an opinion (RES-10), with its other votes where one of them runs or passed, else at its end.
 */
export async function followPublished(
  transaction: Transaction,
  context: Context,
  resolution: ResolutionDocument,
): Promise<ProposalDocument | null> {
  const { _id: resolutionId, proposalId, worth, verdict } = resolution;
  const decision = decisionOf({ worth, outcome: verdict.outcome });
  if (decision === 'passed') {
    const step = { stage: 'publishing', holder: '公示中', resolutionId } as const;
    return followProposal(transaction, context, resolution, step);
  }
  const proposal = proposalId === null ? null : await proposals.byId(transaction, proposalId);
  if (decision === 'nothing' || proposal?.stage !== 'rejected') return proposal;
  const step = { stage: 'rejected', holder: '已公示', resolutionId } as const;
  return followProposal(transaction, context, resolution, step);
}
