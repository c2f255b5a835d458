import type { CallInput } from '@contract/calls';
import type { ProposalDetail } from '@contract/proposals';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { deskOf } from '../announcement';
import { editProposal, visibleProposal } from '../edit';
import { mayAppeal, mayDecideAppeal } from '../policy';
import { authorName } from '../views';

/** The author does not agree with the return: another officer decides, once (PRO-7). */
export async function appealReturn(
  context: Context,
  input: CallInput<'proposals.appeal'>,
): Promise<ProposalDetail> {
  const { reason } = input;
  await requirePassed(context, [reason]);
  const { path } = await visibleProposal(store, context, input.id);
  const desk = await deskOf(path, context.now);
  return editProposal(
    context,
    input,
    (proposal) => mayAppeal(context.actor, proposal),
    (proposal) => ({
      set: {
        appeal: { reason, at: context.now, decision: 'pending', decidedReason: null },
        holder: { label: '社区（申诉）', since: context.now },
      },
      what: {
        kind: 'appealed',
        title: '提议人申诉',
        detail: reason,
        tell: { to: desk, title: '有一件申诉', body: `${proposal.placeName}：${proposal.title}` },
      },
    }),
  );
}

/** Upheld, the proposal is open again as if it had not been returned; refused, it stays returned. */
export async function decideAppeal(
  context: Context,
  input: CallInput<'proposals.decideAppeal'>,
): Promise<ProposalDetail> {
  const { uphold, reason } = input;
  await requirePassed(context, [reason]);
  return editProposal(
    context,
    input,
    (proposal) => mayDecideAppeal(context.actor, context.now, proposal),
    (proposal) => {
      const title = uphold ? '申诉成立，继续征集' : '申诉不成立';
      return {
        set: {
          stage: uphold ? 'collecting' : 'returned',
          returned: uphold ? null : proposal.returned,
          appeal: proposal.appeal && {
            ...proposal.appeal,
            decision: uphold ? 'upheld' : 'refused',
            decidedReason: reason,
          },
          holder: { label: uphold ? '社区' : authorName(proposal), since: context.now },
        },
        what: {
          kind: 'appealed',
          title,
          detail: reason,
          facts: { uphold },
          tell: { to: proposal.authorIds, title, body: `${proposal.title}。${reason}` },
        },
      };
    },
  );
}
