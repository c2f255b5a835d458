import { DESK_OFFICES } from '@contract/proposals';
import type { ErrorCode } from '@contract/errors';
import { type Actor, belongsTo, holds } from '../../kernel/person';
import type { OpinionDocument } from './documents';

/** Whether the actor's office looks after what is written in the place (TALK-2). */
export function moderates(actor: Actor, now: number, path: readonly string[]): boolean {
  return holds(actor, now, DESK_OFFICES, path);
}

/** People of the place; what is held only its author and the desk (SEC-8, SEC-11). */
export function maySeeOpinion(actor: Actor, now: number, opinion: OpinionDocument): ErrorCode | null {
  if (opinion.authorId === actor.personId || moderates(actor, now, opinion.path)) return null;
  return opinion.held === null && belongsTo(actor, now, opinion.path) ? null : 'NOT_FOUND';
}

/** A hidden text is read by its author and the desk; the others see the mark with the reason (TALK-3). */
export function mayReadText(actor: Actor, now: number, opinion: OpinionDocument): boolean {
  return (
    opinion.hidden === null || opinion.authorId === actor.personId || moderates(actor, now, opinion.path)
  );
}

/** @param closed why nobody can write under the subject any more, or null */
export function mayReply(opinion: OpinionDocument, closed: ErrorCode | null): ErrorCode | null {
  if (closed) return closed;
  if (opinion.hidden) return 'OPINION_HIDDEN';
  return opinion.held === null ? null : 'TEXT_HELD';
}

function moderating(actor: Actor, now: number, path: readonly string[]): ErrorCode | null {
  return moderates(actor, now, path) ? null : 'NOT_ALLOWED';
}

export function mayHide(actor: Actor, now: number, opinion: OpinionDocument): ErrorCode | null {
  return moderating(actor, now, opinion.path) ?? (opinion.hidden ? 'ALREADY_HIDDEN' : null);
}

export function mayShow(actor: Actor, now: number, opinion: OpinionDocument): ErrorCode | null {
  return moderating(actor, now, opinion.path) ?? (opinion.hidden ? null : 'NOT_HIDDEN');
}

/** Whoever decides on a held text does not decide on their own. */
export function mayModerate(
  actor: Actor,
  now: number,
  text: { path: readonly string[]; authorIds: readonly string[]; held: unknown },
): ErrorCode | null {
  const denial = moderating(actor, now, text.path);
  if (denial) return denial;
  if (text.authorIds.includes(actor.personId)) return 'OWN_DECISION';
  return text.held === null ? 'TEXT_DECIDED' : null;
}
