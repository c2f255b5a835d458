import type { SeriesDetail, SessionView } from '@contract/series';
import type { Context } from '../../kernel/context';
import { OFFICE_WORDS } from '../../kernel/offices';
import { store } from '../../kernel/reader';
import { found } from '../../kernel/refusal';
import { formNames } from '../forms/repository';
import { FORM_BOOK } from '../forms/rules/form-book';
import { meetings } from '../meetings/repository';
import type { SeriesDocument } from './documents';
import { mayEnd } from './policy';
import { series as all, sessions } from './repository';
import { before } from './rules/rhythm';
import { missedView, sessionView, summaryView } from './views';

/** Sessions that one answer shows: a year of months. */
const SHOWN = 12;

/** The latest sessions, those that never were among them. */
async function sessionsOf({ actor, now }: Context, series: SeriesDocument): Promise<SessionView[]> {
  const rows = await sessions.latest(series._id, SHOWN);
  const prepared = await Promise.all(
    rows.map(async (session) => {
      const meeting = found(await meetings.byId(store, session.meetingId));
      return sessionView({ actor, now, series }, session, meeting);
    }),
  );
  const known = new Set(rows.map(({ on }) => on));
  const missed = before(series, series.next, SHOWN)
    .filter((on) => !known.has(on))
    .map((on) => missedView(series, on));
  return [...prepared, ...missed].sort((a, b) => (a.on < b.on ? 1 : -1)).slice(0, SHOWN);
}

/** A series with its sessions, as this person sees it. */
export async function presentSeries(context: Context, series: SeriesDocument): Promise<SeriesDetail> {
  const [names, shown] = await Promise.all([
    formNames.onPath(store, series.path),
    sessionsOf(context, series),
  ]);
  const own = names?.named.find(({ form }) => form === series.form);
  return {
    ...summaryView(series, names, context.now),
    purpose: own?.purpose ?? FORM_BOOK[series.form].purpose,
    convenerLabel: OFFICE_WORDS[series.convener],
    ended: series.ended,
    sessions: shown,
    revision: series.revision,
    can: { end: mayEnd(context.actor, context.now, series) },
  };
}

/** The same after a command, whatever it changed. */
export async function presentById(context: Context, id: string): Promise<SeriesDetail> {
  return presentSeries(context, found(await all.byId(store, id)));
}
