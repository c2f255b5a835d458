import type { CallInput } from '@contract/calls';
import type { SeriesDetail } from '@contract/series';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { enforce, Refusal } from '../../../kernel/refusal';
import { meetings } from '../../meetings/repository';
import { noted, putSuggestion, type SessionCase, sessionCase } from '../changing';
import { maySort } from '../policy';
import { presentById } from '../present';

const TOPICS_MAX = 12;

type Sorting = Pick<CallInput<'series.sortSuggestion'>, 'itemId' | 'title'>;

/** The topic that it goes to, written with the meeting: so it meets a notice that goes out at the same moment (MEET-3). */
async function topicOf(
  transaction: Transaction,
  { meeting, session }: SessionCase,
  { itemId, title }: Sorting,
): Promise<string | null> {
  if (title === null) {
    if (itemId !== null && !meeting.agenda.some(({ id }) => id === itemId)) {
      throw new Refusal('INVALID_INPUT', { itemId: '没有这个议题，请重新选择' });
    }
    await meetings.put(transaction, { ...meeting, revision: meeting.revision + 1 });
    return itemId;
  }
  if (meeting.agenda.length >= TOPICS_MAX) {
    throw new Refusal('INVALID_INPUT', { title: `一次会议最多${TOPICS_MAX}个议题` });
  }
  // A topic that was taken off leaves its suggestions without one: they are not put to another under its id.
  const taken = new Set([
    ...meeting.agenda.map(({ id }) => id),
    ...session.suggestions.map((one) => one.itemId),
  ]);
  let n = meeting.agenda.length + 1;
  while (taken.has(`item-${n}`)) n += 1;
  const item = { id: `item-${n}`, title, note: '', proposalId: null };
  const agenda = [...meeting.agenda, item];
  await meetings.put(transaction, { ...meeting, agenda, revision: meeting.revision + 1 });
  return item.id;
}

/** Puts a suggestion to a topic of the agenda, to a new one, or to none, until the notice goes out (FORM-10). */
export async function sortSuggestion(
  context: Context,
  input: CallInput<'series.sortSuggestion'>,
): Promise<SeriesDetail> {
  await requirePassed(context, [input.title ?? undefined]);
  const { subjectId } = await change(context, async (transaction) => {
    const about = await sessionCase(transaction, context, input.sessionId);
    const denial = () => maySort(context.actor, context.now, about.meeting);
    enforce(denial());
    const itemId = await topicOf(transaction, about, input);
    await putSuggestion(transaction, about, input.suggestionId, denial, (suggestion) => [
      { ...suggestion, itemId },
    ]);
    return noted(about, { suggestionId: input.suggestionId, itemId });
  });
  return presentById(context, subjectId);
}
