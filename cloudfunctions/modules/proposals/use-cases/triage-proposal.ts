import type { CallInput } from '@contract/calls';
import type { ProposalDetail, ProposalRoute } from '@contract/proposals';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, personOf } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { holdersOf } from '../announcement';
import { editProposal, visibleProposal } from '../edit';
import { mayReturn, mayTriage } from '../policy';
import { authorName } from '../views';

const ROUTE_NAMES: Record<ProposalRoute, string> = { public: '公事', private: '家事', shared: '共事' };

/** Sorts a proposal: 公事 and 家事 go to an office or a neighbour to be done, 共事 is for the yard (PRO-2). */
export async function triageProposal(
  context: Context,
  input: CallInput<'proposals.triage'>,
): Promise<ProposalDetail> {
  const { route, reason } = input;
  const shared = route === 'shared';
  await requirePassed(context, [reason, input.holderLabel]);
  const { path } = await visibleProposal(store, context, input.id);
  const holders = await holdersOf(shared ? null : input.holderOffice, path, context.now);
  return editProposal(
    context,
    input,
    (proposal) => mayTriage(context.actor, context.now, proposal),
    (proposal) => {
      const label = shared ? '社区' : (input.holderLabel ?? '社区');
      const title = shared ? '分类：共事，大家商量' : `分类：${ROUTE_NAMES[route]}，由${label}办理`;
      return {
        set: {
          stage: shared ? 'collecting' : 'handling',
          route,
          routeReason: reason,
          holder: { label, since: context.now },
          holderOffice: shared ? null : (input.holderOffice ?? null),
        },
        what: {
          kind: 'triaged',
          title,
          detail: reason,
          facts: { route, holderOffice: input.holderOffice },
          tell: { to: proposal.authorIds, title, body: `${proposal.title}。${reason}` },
          tellOthers: { to: holders, title: '有一件事交给您办', body: `${proposal.title}。${reason}` },
        },
      };
    },
  );
}

/** Gives it back to its author with the reason (PRO-6). */
export async function returnProposal(
  context: Context,
  input: CallInput<'proposals.returnToAuthor'>,
): Promise<ProposalDetail> {
  const { reason } = input;
  await requirePassed(context, [reason]);
  const { _id: byId, name: by } = personOf(context);
  return editProposal(
    context,
    input,
    (proposal) => mayReturn(context.actor, context.now, proposal),
    (proposal) => ({
      set: {
        stage: 'returned',
        returned: { reason, by, byId, at: context.now },
        holder: { label: authorName(proposal), since: context.now },
      },
      what: {
        kind: 'returned',
        title: '退回给提议人',
        detail: reason,
        tell: { to: proposal.authorIds, title: '您的提议被退回', body: `${proposal.title}。${reason}` },
      },
    }),
  );
}
