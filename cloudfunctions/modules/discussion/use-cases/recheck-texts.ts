import { change } from '../../../kernel/change';
import { type Held, suggestionOf } from '../../../kernel/content-check';
import { systemContext } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { found, Refusal } from '../../../kernel/refusal';
import { persons } from '../../members/repository';
import type { ProposalDocument } from '../../proposals/documents';
import { proposals } from '../../proposals/repository';
import type { OpinionDocument } from '../documents';
import { type Decision, decideOpinion, decideProposal } from '../moderation';
import { opinions } from '../repository';

const REFUSED = '内容检查没有通过，请修改后再发';

function decisionOf(held: Held): Decision | null {
  if (held === 'unanswered') return null;
  return held === null ? { show: true } : { wait: held };
}

/** The platform judges texts only of who has been there within two hours (platform.md). */
const ASKABLE_MS = 2 * 3_600_000;

interface Unanswered {
  authorId: string | undefined;
  text: string;
  writtenAt: number;
}

/** Asks the content check again; null where it still does not answer, so that the next minute tries again. */
async function askAgain({ authorId, text, writtenAt }: Unanswered, now: number): Promise<Decision | null> {
  const author = authorId === undefined ? null : await persons.byId(store, authorId);
  // Nobody will answer any more: then an officer decides.
  if (!author || now - writtenAt > ASKABLE_MS) return { wait: 'review' };
  try {
    return decisionOf(await suggestionOf(author.openid, text));
  } catch (error) {
    if (error instanceof Refusal && error.code === 'CONTENT_REFUSED') return { show: false, reason: REFUSED };
    throw error;
  }
}

/** The name of the job's command: the same text at the same revision is decided once. */
const jobOf = (kind: string, document: { _id: string; revision: number }) =>
  `recheck:${kind}:${document._id}:${document.revision}`;

export async function recheckOpinion(opinion: OpinionDocument, requestId: string): Promise<void> {
  const context = systemContext(jobOf('opinion', opinion), requestId);
  const { authorId, text, createdAt: writtenAt } = opinion;
  const decision = await askAgain({ authorId, text, writtenAt }, context.now);
  if (!decision) return;
  await change(context, async (transaction) => {
    const current = found(await opinions.byId(transaction, opinion._id));
    // An officer was faster.
    if (current.revision !== opinion.revision) {
      return { subject: { kind: 'opinion', id: current._id }, path: current.path, unchanged: true };
    }
    return decideOpinion(transaction, context, current, decision);
  });
}

export async function recheckProposal(proposal: ProposalDocument, requestId: string): Promise<void> {
  const context = systemContext(jobOf('proposal', proposal), requestId);
  const text = `${proposal.title}\n${proposal.text}`;
  const decision = await askAgain(
    { authorId: proposal.authorIds[0], text, writtenAt: proposal.updatedAt },
    context.now,
  );
  if (!decision) return;
  await change(context, async (transaction) => {
    const current = found(await proposals.byId(transaction, proposal._id));
    // An officer or the author was faster.
    if (current.revision !== proposal.revision) {
      return { subject: { kind: 'proposal', id: current._id }, path: current.path, unchanged: true };
    }
    return decideProposal(transaction, context, current, decision);
  });
}
