import { z } from 'zod';
import { command, query } from './call';
import type { Can, Page } from './envelope';
import { clientId, cursor, day, id, revision, text } from './fields';
import { type MeetingForm, NAMED_FORMS } from './meeting-forms';
import { CONVENING_OFFICES, type Office, OFFICES } from './roles';

export const SERIES_EVERY = ['week', 'month', 'quarter', 'half-year'] as const;
export type SeriesEvery = (typeof SERIES_EVERY)[number];

/** What a person wants to be talked about at one session, and what became of it (FORM-10). */
export interface SuggestionView {
  id: string;
  text: string;
  by: string;
  mine: boolean;
  at: number;
  /** The topic of the agenda that it was put to, or null. */
  topic: { itemId: string; title: string } | null;
  answer: { text: string; by: string; at: number } | null;
  /** What its author says of the answer; null: nothing yet. */
  answered: boolean | null;
  can: Can<'withdraw' | 'sort' | 'answer' | 'rate'>;
}

/** 'missed': its day passed and nobody was called together. */
export type SessionState = 'gathering' | 'noticed' | 'held' | 'unrecorded' | 'cancelled' | 'missed';

/** One session of a series. Those that were never prepared have no id and no suggestions. */
export interface SessionView {
  id: string | null;
  /** 'YYYY-MM-DD', the day that its rhythm gave; the meeting may have been moved. */
  on: string;
  startsAt: number;
  state: SessionState;
  /** Its meeting, where the caller may see it. */
  meetingId: string | null;
  suggestions: SuggestionView[];
  /** How many more the caller may make, and anybody. */
  left: { mine: number; all: number };
  /** Topics that a suggestion can be put to, for whoever sorts them. */
  topics: { id: string; title: string }[];
  can: Can<'suggest'>;
}

export interface SeriesSummary {
  id: string;
  title: string;
  form: MeetingForm;
  formName: string;
  placeName: string;
  /** '每月第二个星期三 19:30' */
  rhythm: string;
  venue: string;
  /** The next day that its rhythm gives; null once it has ended. */
  nextOn: string | null;
}

export interface SeriesDetail extends SeriesSummary {
  purpose: string;
  convenerLabel: string;
  ended: { at: number; reason: string } | null;
  /** The latest sessions, newest first. */
  sessions: SessionView[];
  revision: number;
  can: Can<'end'>;
}

export interface SeriesList extends Page<SeriesSummary> {
  can: Can<'plan'>;
}

const officers = { roles: CONVENING_OFFICES, relation: 'office-place' } as const;
const visible = { roles: ['resident', ...OFFICES], relation: 'visible' } as const;

export const seriesCalls = {
  'series.list': query(visible, z.strictObject({ placeId: id, cursor })).returns<SeriesList>(),
  'series.detail': query(visible, z.strictObject({ id })).returns<SeriesDetail>(),
  'series.plan': command(
    officers,
    z.strictObject({
      clientId,
      title: text(24, '名称'),
      placeId: id,
      form: z.enum(NAMED_FORMS, '请选择开什么会'),
      convener: z.enum(OFFICES as readonly Office[], '请选择召集人'),
      venue: text(60, '地点'),
      every: z.enum(SERIES_EVERY, '请选择多久一次'),
      firstOn: day,
      /** On the last such weekday of the month, where the first day is that; from the 29th on it always is (FORM-7). */
      last: z.boolean().default(false),
      startsAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请选择几点开始'),
      minutes: z.int('请选择开多久').min(30, '至少半小时').max(240, '最多四小时'),
    }),
  ).returns<SeriesDetail>(),
  'series.end': command(
    officers,
    z.strictObject({ clientId, id, revision, reason: text(100, '停办的原因') }),
  ).returns<SeriesDetail>(),
  'series.suggest': command(
    { roles: ['resident'], relation: 'same-place' },
    z.strictObject({ clientId, sessionId: id, text: text(200, '建议') }),
  ).returns<SeriesDetail>(),
  'series.withdrawSuggestion': command(
    { roles: ['resident'], relation: 'author' },
    z.strictObject({ clientId, sessionId: id, suggestionId: id }),
  ).returns<SeriesDetail>(),
  /** On a topic of the agenda, on a new one with this title, or on none. */
  'series.sortSuggestion': command(
    officers,
    z.strictObject({
      clientId,
      sessionId: id,
      suggestionId: id,
      itemId: z.string().max(40).nullable().default(null),
      title: text(60, '议题').nullable().default(null),
    }),
  ).returns<SeriesDetail>(),
  'series.answerSuggestion': command(
    officers,
    z.strictObject({ clientId, sessionId: id, suggestionId: id, text: text(300, '答复') }),
  ).returns<SeriesDetail>(),
  'series.rateAnswer': command(
    { roles: ['person'], relation: 'author' },
    z.strictObject({ clientId, sessionId: id, suggestionId: id, answered: z.boolean() }),
  ).returns<SeriesDetail>(),
};
