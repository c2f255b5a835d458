import type { ErrorCode } from '@contract/errors';
import type { ProposalDetail } from '@contract/proposals';
import { change } from '../../kernel/change';
import type { Context } from '../../kernel/context';
import type { Reader } from '../../kernel/database';
import { enforce, found, requireRevision } from '../../kernel/refusal';
import { happened, type Happening } from './announcement';
import type { ProposalDocument } from './documents';
import { maySee } from './policy';
import { presentById } from './present';
import { proposals } from './repository';

/** The proposal, or NOT_FOUND for whoever may not see it (SEC-11). */
export async function visibleProposal(
  reader: Reader,
  context: Context,
  id: string,
): Promise<ProposalDocument> {
  const proposal = found(await proposals.byId(reader, id));
  enforce(maySee(context.actor, context.now, proposal));
  return proposal;
}

/** What becomes of a proposal: the fields that change, and what is told of it. */
export interface Edit {
  set: Partial<ProposalDocument>;
  what: Happening;
}

/**
 * Changes one proposal by one command and answers with its fresh view: seen, at the revision that the phone read, allowed, written whole.
 * @throws Refusal NOT_FOUND, STALE, or what `may` answers
 */
export async function editProposal(
  context: Context,
  asked: { id: string; revision?: number },
  may: (proposal: ProposalDocument) => ErrorCode | null,
  edit: (proposal: ProposalDocument) => Edit,
): Promise<ProposalDetail> {
  const { subjectId } = await change(context, async (transaction) => {
    const proposal = await visibleProposal(transaction, context, asked.id);
    if (asked.revision !== undefined) requireRevision(proposal, asked.revision);
    enforce(may(proposal));
    const { set, what } = edit(proposal);
    const next = { ...proposal, ...set, revision: proposal.revision + 1, updatedAt: context.now };
    await proposals.put(transaction, next);
    return happened(context, next, what);
  });
  return presentById(context, subjectId);
}
