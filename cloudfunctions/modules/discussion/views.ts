import type { DiscussionView, HeldText, OpinionThread, OpinionView } from '@contract/discussion';
import type { ErrorCode } from '@contract/errors';
import type { Actor } from '../../kernel/person';
import type { ProposalDocument } from '../proposals/documents';
import type { OpinionDocument } from './documents';
import { mayHide, mayReadText, mayReply, mayShow } from './policy';

/** Who reads, when, and why nobody could write there, or null. */
export interface ReadingContext {
  actor: Actor;
  now: number;
  closed: ErrorCode | null;
}

export function opinionView({ actor, now, closed }: ReadingContext, opinion: OpinionDocument): OpinionView {
  return {
    id: opinion._id,
    replyTo: opinion.replyTo,
    authorName: opinion.authorName,
    mine: opinion.authorId === actor.personId,
    stance: opinion.stance,
    text: mayReadText(actor, now, opinion) ? opinion.text : null,
    hidden: opinion.hidden,
    held: opinion.held !== null,
    createdAt: opinion.createdAt,
    can: {
      reply: mayReply(opinion, closed),
      hide: mayHide(actor, now, opinion),
      show: mayShow(actor, now, opinion),
    },
  };
}

export function threadsView(
  reading: ReadingContext,
  roots: readonly OpinionDocument[],
  replies: readonly OpinionDocument[],
  /** How many replies each has where not all are given; null: these are all. */
  counts: ReadonlyMap<string, number> | null,
): OpinionThread[] {
  return roots.map((root) => {
    const shown = replies.filter((reply) => reply.rootId === root._id);
    const earlierReplies = Math.max(0, (counts?.get(root._id) ?? 0) - shown.length);
    const views = shown.map((reply) => opinionView(reading, reply));
    return { ...opinionView(reading, root), replies: views, earlierReplies };
  });
}

export function discussionView(
  reading: ReadingContext,
  page: Pick<DiscussionView, 'counts' | 'items' | 'next'>,
): DiscussionView {
  return { ...page, can: { post: reading.closed } };
}

type Waiting = 'review' | 'unanswered';

export function heldOpinion(opinion: OpinionDocument): HeldText {
  const { _id: id, text, authorName, placeName, subjectKind, subjectId, held, createdAt } = opinion;
  const subject = { kind: subjectKind, id: subjectId };
  return {
    kind: 'opinion',
    id,
    title: '',
    text,
    authorName,
    placeName,
    subject,
    held: held as Waiting,
    createdAt,
  };
}

export function heldProposal(proposal: ProposalDocument): HeldText {
  const { _id: id, title, text, authorNames, placeName, held, createdAt } = proposal;
  const subject = { kind: 'proposal', id } as const;
  const authorName = authorNames.join('、');
  return {
    kind: 'proposal',
    id,
    title,
    text,
    authorName,
    placeName,
    subject,
    held: held as Waiting,
    createdAt,
  };
}
