import type { CallInput } from '@contract/calls';
import type { ProposalDetail } from '@contract/proposals';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { deskOf, holdersOf } from '../announcement';
import { editProposal, visibleProposal } from '../edit';
import { mayConfirm } from '../policy';

/** The author agrees that it is done. */
export async function confirmHandled(
  context: Context,
  input: CallInput<'proposals.confirm'>,
): Promise<ProposalDetail> {
  return editProposal(
    context,
    input,
    (proposal) => mayConfirm(context.actor, proposal),
    () => ({
      set: { stage: 'closed', holder: { label: '已办结', since: context.now } },
      what: { kind: 'confirmed', title: '提议人确认办好了' },
    }),
  );
}

/** The author does not agree: it goes back to the office, with the reason. */
export async function reopenHandled(
  context: Context,
  input: CallInput<'proposals.reopen'>,
): Promise<ProposalDetail> {
  const { reason } = input;
  await requirePassed(context, [reason]);
  const { path, holderOffice } = await visibleProposal(store, context, input.id);
  const [desk, holders] = await Promise.all([
    deskOf(path, context.now),
    holdersOf(holderOffice, path, context.now),
  ]);
  const to = [...new Set([...desk, ...holders])];
  return editProposal(
    context,
    input,
    (proposal) => mayConfirm(context.actor, proposal),
    (proposal) => ({
      set: {
        stage: 'handling',
        reopened: [...proposal.reopened, { at: context.now, reason }],
        holder: { label: proposal.handled?.holderLabel ?? '社区', since: context.now },
      },
      what: {
        kind: 'reopened',
        title: '提议人说没办好，重新办理',
        detail: reason,
        tell: { to, title: '一件事要重新办理', body: `${proposal.title}。${reason}` },
      },
    }),
  );
}
