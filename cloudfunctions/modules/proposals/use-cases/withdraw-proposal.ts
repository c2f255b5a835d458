import type { CallInput } from '@contract/calls';
import type { ProposalDetail } from '@contract/proposals';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, personOf } from '../../../kernel/context';
import type { ProposalDocument } from '../documents';
import { type Edit, editProposal } from '../edit';
import { mayWithdraw } from '../policy';

/** One of several authors steps back; the others go on with what is theirs as well (PRO-5). */
function stepBack(proposal: ProposalDocument, personId: string, name: string, detail: string): Edit {
  const stays = (_: string, n: number) => proposal.authorIds[n] !== personId;
  return {
    set: {
      authorIds: proposal.authorIds.filter(stays),
      authorNames: proposal.authorNames.filter(stays),
    },
    what: { kind: 'withdrawn', title: `${name}不再是提议人，其他提议人继续`, detail },
  };
}

/** The author takes the proposal back, until it is on an agenda (PRO-8). */
export async function withdrawProposal(
  context: Context,
  input: CallInput<'proposals.withdraw'>,
): Promise<ProposalDetail> {
  const reason = input.reason ?? '';
  await requirePassed(context, [reason]);
  const { _id: personId, name } = personOf(context);
  return editProposal(
    context,
    input,
    (proposal) => mayWithdraw(context.actor, proposal),
    (proposal) => {
      if (proposal.authorIds.length > 1) return stepBack(proposal, personId, name, reason);
      return {
        set: { stage: 'withdrawn', holder: { label: name, since: context.now } },
        what: { kind: 'withdrawn', title: '提议人撤回', detail: reason },
      };
    },
  );
}
