import type { Change } from '../../kernel/change';
import type { Held } from '../../kernel/content-check';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { happened } from '../proposals/announcement';
import type { ProposalDocument } from '../proposals/documents';
import { proposals } from '../proposals/repository';
import type { OpinionDocument } from './documents';
import { opinions } from './repository';
import { subjectLink } from './subject';

/** What becomes of a text: others may read it, or not and why, or it waits on for an officer. */
export type Decision = { show: true } | { show: false; reason: string } | { wait: Held };

const SYSTEM = '内容检查';
const actorName = (context: Context) => context.actor.person?.name ?? SYSTEM;

/** The change of an opinion, told to its author where somebody else decided. */
export function opinionChange(
  context: Context,
  opinion: OpinionDocument,
  told: { title: string; body: string } | null,
  facts: Record<string, unknown> = {},
): Change {
  const own = opinion.authorId === context.actor.personId;
  const audience = { persons: [opinion.authorId] };
  const link = subjectLink(opinion);
  return {
    subject: { kind: 'opinion', id: opinion._id },
    path: opinion.path,
    facts: { subjectId: opinion.subjectId, ...facts },
    messages: told && !own ? [{ audience, kind: 'discussion', ...told, link }] : [],
  };
}

/** Lets a held opinion out, or hides it for good with the reason (SEC-8, TALK-2). */
export async function decideOpinion(
  transaction: Transaction,
  context: Context,
  opinion: OpinionDocument,
  decision: Decision,
): Promise<Change> {
  const revision = opinion.revision + 1;
  if ('wait' in decision) {
    await opinions.put(transaction, { ...opinion, held: decision.wait, revision });
    return opinionChange(context, opinion, null, { held: decision.wait });
  }
  const hidden = decision.show ? null : { reason: decision.reason, by: actorName(context), at: context.now };
  await opinions.put(transaction, { ...opinion, held: null, hidden, revision });
  const told = decision.show
    ? { title: '您的意见已经公开', body: opinion.text.slice(0, 40) }
    : { title: '您的意见没有公开', body: decision.reason };
  return opinionChange(context, opinion, told, { show: decision.show });
}

function returned(context: Context, proposal: ProposalDocument, reason: string): Partial<ProposalDocument> {
  const by = actorName(context);
  return {
    stage: 'returned',
    returned: { reason, by, byId: context.actor.personId, at: context.now },
    holder: { label: proposal.authorNames.join('、'), since: context.now },
  };
}

/** Lets a held proposal out, or gives it back to its author, still held, with the reason (SEC-8, PRO-6). */
export async function decideProposal(
  transaction: Transaction,
  context: Context,
  proposal: ProposalDocument,
  decision: Decision,
): Promise<Change> {
  const base = { ...proposal, revision: proposal.revision + 1, updatedAt: context.now };
  const { _id: id, path } = proposal;
  if ('wait' in decision) {
    await proposals.put(transaction, { ...base, held: decision.wait });
    return { subject: { kind: 'proposal', id }, path, facts: { held: decision.wait } };
  }
  if (decision.show) {
    await proposals.put(transaction, { ...base, held: null });
    const tell = { to: proposal.authorIds, title: '您的提议已经公开', body: proposal.title };
    const change = happened(context, proposal, { kind: 'proposed', title: '审核通过，公开征集', tell });
    return { ...change, facts: { show: true } };
  }
  const { reason } = decision;
  await proposals.put(transaction, { ...base, ...returned(context, proposal, reason) });
  const tell = { to: proposal.authorIds, title: '您的提议没有公开', body: `${proposal.title}。${reason}` };
  return happened(context, proposal, { kind: 'returned', title: '退回给提议人', detail: reason, tell });
}
