import type { SeriesSummary, SessionState, SessionView, SuggestionView } from '@contract/series';
import type { Actor } from '../../kernel/person';
import { formName } from '../forms/names';
import type { FormNamesDocument } from '../forms/documents';
import type { MeetingDocument } from '../meetings/documents';
import { maySee as maySeeMeeting } from '../meetings/policy';
import type { SeriesDocument, SessionDocument, Suggestion } from './documents';
import * as policy from './policy';
import { occurrence, rhythmWords } from './rules/rhythm';
import { left } from './rules/suggestions';
import { instantOn } from './times';

/** The next day to come: one that is prepared already, or the one after it. */
function nextOn(series: SeriesDocument, now: number): string {
  const prepared = series.next > 0 ? occurrence(series, series.next - 1) : null;
  return prepared && instantOn(series, prepared) > now ? prepared : occurrence(series, series.next);
}

export function summaryView(
  series: SeriesDocument,
  names: FormNamesDocument | null,
  now: number,
): SeriesSummary {
  const { _id: id, title, form, placeName, venue, state } = series;
  return {
    ...{ id, title, form, placeName, venue },
    formName: formName(form, 'yard', names),
    rhythm: `${rhythmWords(series)} ${series.startsAt}`,
    nextOn: state === 'active' ? nextOn(series, now) : null,
  };
}

/** Who is looking, and at which series. */
export interface Looking {
  actor: Actor;
  now: number;
  series: SeriesDocument;
}

function stateOf(meeting: MeetingDocument, now: number): SessionState {
  if (meeting.stage === 'draft') return now < meeting.startsAt ? 'gathering' : 'missed';
  if (meeting.stage === 'noticed') return now > meeting.endsAt ? 'unrecorded' : 'noticed';
  return meeting.stage;
}

function suggestionView(
  { actor, now, series }: Looking,
  meeting: MeetingDocument,
  suggestion: Suggestion,
): SuggestionView {
  const { id, text, personName: by, at, itemId, answer, answered } = suggestion;
  const topic = meeting.agenda.find((item) => item.id === itemId);
  return {
    ...{ id, text, by, at, answer, answered },
    mine: suggestion.personId === actor.personId,
    topic: topic ? { itemId: topic.id, title: topic.title } : null,
    can: {
      withdraw: policy.mayWithdraw(actor, suggestion),
      sort: policy.maySort(actor, now, meeting),
      answer: policy.mayAnswer(actor, now, series),
      rate: policy.mayRate(actor, suggestion),
    },
  };
}

/** A session that was prepared, as its meeting stands now. */
export function sessionView(
  looking: Looking,
  session: SessionDocument,
  meeting: MeetingDocument,
): SessionView {
  const { actor, now, series } = looking;
  const seen = maySeeMeeting(actor, now, meeting) === null;
  const sorts = policy.maySort(actor, now, meeting) === null;
  return {
    id: session._id,
    on: session.on,
    startsAt: meeting.startsAt,
    state: stateOf(meeting, now),
    meetingId: seen ? meeting._id : null,
    suggestions: session.suggestions.map((one) => suggestionView(looking, meeting, one)),
    left: left(session.suggestions, actor.personId),
    topics: sorts ? meeting.agenda.map(({ id, title }) => ({ id, title })) : [],
    can: { suggest: policy.maySuggest(actor, now, series, session, meeting) },
  };
}

/** A day of the rhythm on which nobody was called together (FORM-8). */
export function missedView(series: SeriesDocument, on: string): SessionView {
  return {
    ...{ id: null, on, startsAt: instantOn(series, on), state: 'missed', meetingId: null },
    ...{ suggestions: [], left: { mine: 0, all: 0 }, topics: [] },
    can: { suggest: 'SUGGESTIONS_CLOSED' },
  };
}
