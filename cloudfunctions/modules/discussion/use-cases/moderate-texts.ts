import type { CallInput } from '@contract/calls';
import type { HeldText } from '@contract/discussion';
import type { Page } from '@contract/envelope';
import { type Change, change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import { visibleProposal } from '../../proposals/edit';
import { proposals } from '../../proposals/repository';
import { type Decision, decideOpinion, decideProposal } from '../moderation';
import { mayModerate, maySeeOpinion, moderates } from '../policy';
import { opinions } from '../repository';
import { heldOpinion, heldProposal } from '../views';

const PAGE = 20;

/** Texts of a place that wait for an officer, oldest first. */
export async function listHeldTexts(
  context: Context,
  input: CallInput<'discussion.heldTexts'>,
): Promise<Page<HeldText>> {
  const place = found(await places.byId(store, input.placeId));
  if (!moderates(context.actor, context.now, place.path)) throw new Refusal('NOT_FOUND');
  const after = Number(input.cursor ?? 0) || 0;
  const [ofProposals, ofOpinions] = await Promise.all([
    proposals.held(place._id, after, PAGE),
    opinions.held(place._id, after, PAGE),
  ]);
  const all = [...ofProposals.map(heldProposal), ...ofOpinions.map(heldOpinion)];
  const items = all.sort((a, b) => a.createdAt - b.createdAt).slice(0, PAGE);
  return { items, next: items.length === PAGE ? String(items.at(-1)?.createdAt) : null };
}

async function moderateOpinion(
  transaction: Transaction,
  context: Context,
  id: string,
  decision: Decision,
): Promise<Change> {
  const opinion = found(await opinions.byId(transaction, id));
  enforce(maySeeOpinion(context.actor, context.now, opinion));
  enforce(mayModerate(context.actor, context.now, { ...opinion, authorIds: [opinion.authorId] }));
  return decideOpinion(transaction, context, opinion, decision);
}

async function moderateProposal(
  transaction: Transaction,
  context: Context,
  id: string,
  decision: Decision,
): Promise<Change> {
  const proposal = await visibleProposal(transaction, context, id);
  enforce(mayModerate(context.actor, context.now, proposal));
  // Given back already, it waits for its author and not for an officer.
  if (proposal.stage !== 'collecting') throw new Refusal('TEXT_DECIDED');
  return decideProposal(transaction, context, proposal, decision);
}

/** An officer decides on a text that the content check holds back (SEC-8). */
export async function moderateText(
  context: Context,
  { subject, show, reason }: CallInput<'discussion.moderate'>,
): Promise<{ done: true }> {
  await requirePassed(context, [reason]);
  const decision: Decision = show ? { show } : { show, reason };
  const decide = subject.kind === 'opinion' ? moderateOpinion : moderateProposal;
  await change(context, (transaction) => decide(transaction, context, subject.id, decision));
  return { done: true };
}
