import type { CallInput } from '@contract/calls';
import type { ProposalDetail } from '@contract/proposals';
import { type Change, change } from '../../../kernel/change';
import { type Context, personOf } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { enforce, found } from '../../../kernel/refusal';
import type { ProposalDocument } from '../documents';
import { visibleProposal } from '../edit';
import { maySupport, mayUnsupport } from '../policy';
import { presentById } from '../present';
import { supports } from '../repository';
import { supportOf } from '../support';

/** The proposal and the caller's supports of it or of what was merged into it. */
async function readBoth(transaction: Transaction, context: Context, id: string) {
  const proposal = await visibleProposal(transaction, context, id);
  const ids = [proposal._id, ...proposal.mergedIds];
  return { proposal, mine: await supports.mine(transaction, ids, context.actor.personId) };
}

/** The timeline shows the supports that stand, not each giving and taking back. */
function signed({ _id: id, path }: ProposalDocument): Change {
  return { subject: { kind: 'proposal', id }, path, matterId: id };
}

/** Co-signs; the proposal itself is not written, so that neighbours who sign at once do not wait for each other. */
export async function supportProposal(
  context: Context,
  input: CallInput<'proposals.support'>,
): Promise<ProposalDetail> {
  const { subjectId } = await change(context, async (transaction) => {
    const { proposal, mine } = await readBoth(transaction, context, input.id);
    enforce(maySupport(context.actor, proposal, mine.length > 0));
    await supports.put(transaction, found(supportOf(personOf(context), proposal, context.now)));
    return signed(proposal);
  });
  return presentById(context, subjectId);
}

/** Takes the support back, wherever it was given before a merge (PRO-9). */
export async function unsupportProposal(
  context: Context,
  input: CallInput<'proposals.unsupport'>,
): Promise<ProposalDetail> {
  const { subjectId } = await change(context, async (transaction) => {
    const { proposal, mine } = await readBoth(transaction, context, input.id);
    enforce(mayUnsupport(context.actor, proposal, mine.length > 0));
    for (const support of mine) await supports.remove(transaction, support);
    return signed(proposal);
  });
  return presentById(context, subjectId);
}
