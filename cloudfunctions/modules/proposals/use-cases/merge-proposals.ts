import type { CallInput } from '@contract/calls';
import type { ProposalDetail } from '@contract/proposals';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { enforce, requireRevision } from '../../../kernel/refusal';
import { happened } from '../announcement';
import type { ProposalDocument } from '../documents';
import { visibleProposal } from '../edit';
import { mayMergeInto } from '../policy';
import { presentById } from '../present';
import { proposals } from '../repository';

/** All authors of both, the target's first, none twice. */
function authorsOf(target: ProposalDocument, source: ProposalDocument) {
  const names = new Map<string, string>();
  for (const one of [target, source]) {
    one.authorIds.forEach((personId, n) =>
      names.set(personId, names.get(personId) ?? one.authorNames[n] ?? ''),
    );
  }
  return { authorIds: [...names.keys()], authorNames: [...names.values()] };
}

async function join(
  transaction: Transaction,
  context: Context,
  source: ProposalDocument,
  target: ProposalDocument,
): Promise<ProposalDocument> {
  const merged: ProposalDocument = {
    ...source,
    stage: 'merged',
    mergedInto: target._id,
    holder: { label: target.holder.label, since: context.now },
    revision: source.revision + 1,
    updatedAt: context.now,
  };
  await proposals.put(transaction, merged);
  await proposals.put(transaction, {
    ...target,
    ...authorsOf(target, source),
    mergedIds: [...target.mergedIds, source._id, ...source.mergedIds],
    revision: target.revision + 1,
    updatedAt: context.now,
  });
  return merged;
}

/**
 * One matter proposed twice becomes one: the target names the merged ones, and their supports are counted where they were
 * given (PRO-5). Nothing is moved, so nothing can be lost half way, nor a support that comes in at the same moment.
 */
export async function mergeProposals(
  context: Context,
  input: CallInput<'proposals.merge'>,
): Promise<ProposalDetail> {
  const { id, intoId, reason, revision } = input;
  await requirePassed(context, [reason]);
  await change(context, async (transaction) => {
    const source = await visibleProposal(transaction, context, id);
    const target = await visibleProposal(transaction, context, intoId);
    requireRevision(source, revision);
    enforce(mayMergeInto(context.actor, context.now, source, target));
    const merged = await join(transaction, context, source, target);
    const title = `并入「${target.title}」`;
    const tell = {
      to: [...source.authorIds, ...target.authorIds],
      title: '两件提议合并了',
      body: `${source.title}${title}。${reason}`,
    };
    return happened(context, merged, { kind: 'merged', title, detail: reason, facts: { intoId }, tell });
  });
  return presentById(context, intoId);
}
