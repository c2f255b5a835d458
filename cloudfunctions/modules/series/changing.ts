import type { ErrorCode } from '@contract/errors';
import type { Change } from '../../kernel/change';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { enforce, found } from '../../kernel/refusal';
import type { MeetingDocument } from '../meetings/documents';
import { meetings } from '../meetings/repository';
import type { SeriesDocument, SessionDocument, Suggestion } from './documents';
import { maySee } from './policy';
import { series as all, sessions } from './repository';

/** A session with what it belongs to, as a transaction sees it. */
export interface SessionCase {
  session: SessionDocument;
  series: SeriesDocument;
  meeting: MeetingDocument;
}

/** @throws Refusal NOT_FOUND for whoever does not belong to its place */
export async function sessionCase(
  transaction: Transaction,
  context: Context,
  id: string,
): Promise<SessionCase> {
  const session = found(await sessions.byId(transaction, id));
  const series = found(await all.byId(transaction, session.seriesId));
  enforce(maySee(context.actor, context.now, series));
  const meeting = found(await meetings.byId(transaction, session.meetingId));
  return { session, series, meeting };
}

/** Writes one suggestion anew in its session, after `denial` let it. @throws Refusal NOT_FOUND where there is none such */
export async function putSuggestion(
  transaction: Transaction,
  { session }: SessionCase,
  suggestionId: string,
  denial: (suggestion: Suggestion) => ErrorCode | null,
  changed: (suggestion: Suggestion) => Suggestion[],
): Promise<Suggestion> {
  const suggestion = found(session.suggestions.find(({ id }) => id === suggestionId) ?? null);
  enforce(denial(suggestion));
  const suggestions = session.suggestions.flatMap((one) =>
    one.id === suggestionId ? changed(suggestion) : [one],
  );
  await sessions.put(transaction, { ...session, suggestions });
  return suggestion;
}

/** What the audit keeps of it: no names, no texts. */
export function noted({ series, session }: SessionCase, facts: Record<string, unknown>): Change {
  return {
    subject: { kind: 'series', id: series._id },
    path: series.path,
    facts: { on: session.on, ...facts },
  };
}
