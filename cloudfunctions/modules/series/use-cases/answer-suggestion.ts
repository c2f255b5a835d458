import type { CallInput } from '@contract/calls';
import type { SeriesDetail } from '@contract/series';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, personOf } from '../../../kernel/context';
import { noted, putSuggestion, sessionCase } from '../changing';
import type { Suggestion } from '../documents';
import { seriesLink } from '../link';
import { mayAnswer, mayRate } from '../policy';
import { presentById } from '../present';

/** Answers a suggestion, whether it was on the agenda or not; its author hears of it and judges the new answer anew (FORM-10). */
export async function answerSuggestion(
  context: Context,
  input: CallInput<'series.answerSuggestion'>,
): Promise<SeriesDetail> {
  const answer = { text: input.text, by: personOf(context).name, at: context.now };
  await requirePassed(context, [input.text]);
  const { subjectId } = await change(context, async (transaction) => {
    const about = await sessionCase(transaction, context, input.sessionId);
    const denial = () => mayAnswer(context.actor, context.now, about.series);
    const { personId } = await putSuggestion(transaction, about, input.suggestionId, denial, (one) => [
      { ...one, answer, answered: null },
    ]);
    const body = `${input.text}。请看看，算不算答复了您。`;
    return {
      ...noted(about, { suggestionId: input.suggestionId }),
      messages: [
        {
          audience: { persons: [personId] },
          kind: 'meeting',
          title: `您的建议有答复了：${about.series.title}`,
          body,
          link: seriesLink(about.series._id),
        },
      ],
    };
  });
  return presentById(context, subjectId);
}

/** Its author says whether that was an answer; the last word counts. */
export async function rateAnswer(
  context: Context,
  input: CallInput<'series.rateAnswer'>,
): Promise<SeriesDetail> {
  const { answered } = input;
  const { subjectId } = await change(context, async (transaction) => {
    const about = await sessionCase(transaction, context, input.sessionId);
    const denial = (suggestion: Suggestion) => mayRate(context.actor, suggestion);
    await putSuggestion(transaction, about, input.suggestionId, denial, (one) => [{ ...one, answered }]);
    return noted(about, { suggestionId: input.suggestionId, answered });
  });
  return presentById(context, subjectId);
}
