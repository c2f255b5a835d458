import type { CallInput } from '@contract/calls';
import type { SeriesDetail } from '@contract/series';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, newId, personOf } from '../../../kernel/context';
import { enforce } from '../../../kernel/refusal';
import { noted, putSuggestion, sessionCase } from '../changing';
import type { Suggestion } from '../documents';
import { maySuggest, mayWithdraw } from '../policy';
import { presentById } from '../present';
import { sessions } from '../repository';

/**
 * Adds a suggestion to a session (FORM-9). It is public at once, so it passes the content check or is not taken; the session's one
 * document counts them, so that the fourth of a person and the thirty-first of all are refused however many come together.
 */
export async function suggest(context: Context, input: CallInput<'series.suggest'>): Promise<SeriesDetail> {
  const { _id: personId, name: personName } = personOf(context);
  await requirePassed(context, [input.text]);
  const { subjectId } = await change(context, async (transaction) => {
    const about = await sessionCase(transaction, context, input.sessionId);
    const { series, session, meeting } = about;
    enforce(maySuggest(context.actor, context.now, series, session, meeting));
    const suggestion: Suggestion = {
      ...{ id: newId(context, 'suggestion'), personId, personName, text: input.text, at: context.now },
      ...{ itemId: null, answer: null, answered: null },
    };
    await sessions.put(transaction, { ...session, suggestions: [...session.suggestions, suggestion] });
    return noted(about, { suggestionId: suggestion.id });
  });
  return presentById(context, subjectId);
}

/** Takes a suggestion back, as long as nobody has taken it up. */
export async function withdrawSuggestion(
  context: Context,
  input: CallInput<'series.withdrawSuggestion'>,
): Promise<SeriesDetail> {
  const { subjectId } = await change(context, async (transaction) => {
    const about = await sessionCase(transaction, context, input.sessionId);
    const denial = (suggestion: Suggestion) => mayWithdraw(context.actor, suggestion);
    await putSuggestion(transaction, about, input.suggestionId, denial, () => []);
    return noted(about, { suggestionId: input.suggestionId });
  });
  return presentById(context, subjectId);
}
