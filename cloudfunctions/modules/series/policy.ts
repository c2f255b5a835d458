import type { ErrorCode } from '@contract/errors';
import { type Actor, belongsTo, livesIn } from '../../kernel/person';
import type { MeetingDocument } from '../meetings/documents';
import { mayEdit, mayPlan } from '../meetings/policy';
import type { SeriesDocument, SessionDocument, Suggestion } from './documents';
import { countRefusal } from './rules/suggestions';

/** Whoever belongs to its place, and whoever plans there. */
export function maySee(actor: Actor, now: number, { path }: SeriesDocument): ErrorCode | null {
  return mayPlan(actor, now, path) === null || belongsTo(actor, now, path) ? null : 'NOT_FOUND';
}

export function mayEnd(actor: Actor, now: number, series: SeriesDocument): ErrorCode | null {
  return mayPlan(actor, now, series.path) ?? (series.state === 'active' ? null : 'SERIES_ENDED');
}

/** A neighbour of the place, until the agenda goes out (FORM-9). */
export function maySuggest(
  actor: Actor,
  now: number,
  { placeId }: SeriesDocument,
  session: SessionDocument,
  meeting: MeetingDocument,
): ErrorCode | null {
  if (!actor.person || actor.person.ties.length === 0) return 'NOT_VERIFIED';
  if (!livesIn(actor, placeId)) return 'NOT_IN_SCOPE';
  if (meeting.stage !== 'draft' || now >= meeting.startsAt) return 'SUGGESTIONS_CLOSED';
  return countRefusal(session.suggestions, actor.personId);
}

const isAuthor = ({ personId }: Actor, suggestion: Suggestion) => personId === suggestion.personId;

/** Its author, as long as nobody has taken it up. */
export function mayWithdraw(actor: Actor, suggestion: Suggestion): ErrorCode | null {
  if (!isAuthor(actor, suggestion)) return 'NOT_AUTHOR';
  return suggestion.itemId === null && suggestion.answer === null ? null : 'SUGGESTION_TAKEN_UP';
}

/** Whoever plans there, until the agenda locks with the notice (MEET-3). */
export function maySort(actor: Actor, now: number, meeting: MeetingDocument): ErrorCode | null {
  return mayEdit(actor, now, meeting);
}

export function mayAnswer(actor: Actor, now: number, { path }: SeriesDocument): ErrorCode | null {
  return mayPlan(actor, now, path);
}

/** Its author alone says whether that was an answer. */
export function mayRate(actor: Actor, suggestion: Suggestion): ErrorCode | null {
  if (!isAuthor(actor, suggestion)) return 'NOT_AUTHOR';
  return suggestion.answer === null ? 'SUGGESTION_OPEN' : null;
}
