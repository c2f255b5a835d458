import type { ProposalStage } from '@contract/proposals';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import type { ProposalDocument } from '../proposals/documents';
import { proposals } from '../proposals/repository';
import type { ResolutionDocument } from './documents';

interface Step {
  stage: ProposalStage;
  /** Who holds it from now on; left out: as before. */
  holder?: string;
  resolutionId?: string;
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
  const moved: ProposalDocument = {
    ...proposal,
    stage: step.stage,
    holder: step.holder ? { label: step.holder, since: context.now } : proposal.holder,
    resolutionId: step.resolutionId ?? proposal.resolutionId,
    revision: proposal.revision + 1,
    updatedAt: context.now,
  };
  await proposals.put(transaction, moved);
  return moved;
}
