import { z } from 'zod';
import { command, query } from './call';
import type { Can, Page } from './envelope';
import { clientId, cursor, id, text } from './fields';
import { DESK_OFFICES } from './proposals';

export const STANCES = ['for', 'neutral', 'against'] as const;
export type Stance = (typeof STANCES)[number];

export const SUBJECT_KINDS = ['proposal', 'motion'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export interface OpinionView {
  id: string;
  /** The opinion that this one answers, or null. */
  replyTo: { id: string; authorName: string } | null;
  authorName: string;
  mine: boolean;
  stance: Stance;
  /** Null where it is hidden and the caller is neither its author nor an officer (TALK-3). */
  text: string | null;
  hidden: { reason: string; by: string; at: number } | null;
  /** The content check has not passed it yet: only its author and officers get it. */
  held: boolean;
  createdAt: number;
  can: Can<'reply' | 'hide' | 'show'>;
}

/** An opinion with everything that was answered below it, oldest answer first. */
export interface OpinionThread extends OpinionView {
  replies: OpinionView[];
  /** How many older answers are not among them. */
  earlierReplies: number;
}

export interface DiscussionView extends Page<OpinionThread> {
  /** Opinions by stance, without replies and without hidden ones. */
  counts: Record<Stance, number>;
  can: Can<'post'>;
}

/** A text that waits for an officer, because the content check asked for it or did not answer (SEC-8). */
export interface HeldText {
  kind: 'proposal' | 'opinion';
  id: string;
  /** Of a proposal; empty of an opinion. */
  title: string;
  text: string;
  authorName: string;
  placeName: string;
  subject: { kind: SubjectKind; id: string };
  held: 'review' | 'unanswered';
  createdAt: number;
}

const readers = { roles: ['person'], relation: 'visible' } as const;
const desk = { roles: DESK_OFFICES, relation: 'office-place' } as const;

const reason = text(300, '理由');

export const discussionCalls = {
  /** Newest first; `stance` gives one of the three columns. */
  'discussion.list': query(
    readers,
    z.strictObject({
      subjectKind: z.enum(SUBJECT_KINDS),
      subjectId: id,
      stance: z.enum(STANCES).optional(),
      cursor,
    }),
  ).returns<DiscussionView>(),
  'discussion.post': command(
    { roles: ['person'], relation: 'same-place', perTenMinutes: 20 },
    z.strictObject({
      clientId,
      subjectKind: z.enum(SUBJECT_KINDS),
      subjectId: id,
      stance: z.enum(STANCES, '请选择赞成、中立或反对'),
      text: text(500, '您的意见'),
      replyTo: id.optional(),
    }),
  ).returns<OpinionView>(),
  'discussion.hide': command(desk, z.strictObject({ clientId, id, reason })).returns<OpinionView>(),
  'discussion.show': command(desk, z.strictObject({ clientId, id, reason })).returns<OpinionView>(),
  /** Oldest first. */
  'discussion.heldTexts': query(desk, z.strictObject({ placeId: id, cursor })).returns<Page<HeldText>>(),
  /** `show: false` hides an opinion and returns a proposal to its author; either with the reason. */
  'discussion.moderate': command(
    desk,
    z.strictObject({
      clientId,
      subject: z.strictObject({ kind: z.enum(['proposal', 'opinion']), id }),
      show: z.boolean('请选择'),
      reason,
    }),
  ).returns<{ done: true }>(),
};
