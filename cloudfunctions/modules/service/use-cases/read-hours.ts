import type { CallInput, CallOutput } from '@contract/calls';
import type { Board, OwnHours, ServiceStatistics } from '@contract/service';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import { shifts } from '../../shifts/repository';
import type { ShiftDocument } from '../../shifts/documents';
import { mayKeep, maySee } from '../../volunteers/policy';
import { volunteers } from '../../volunteers/repository';
import { namesOf, presentBoard } from '../present';
import { records } from '../repository';
import { NO_TEAM, ownSums } from '../rules/sums';
import { minutesWords } from '../rules/times';
import { namedIn, recordView } from '../views';

export function readBoard(context: Context, { shiftId }: CallInput<'service.board'>): Promise<Board> {
  return presentBoard(context, shiftId);
}

/** The caller's own record, nobody else's (HOURS-7). */
export async function readOwnHours(
  context: Context,
  { cursor }: CallInput<'service.hours'>,
): Promise<OwnHours> {
  const { personId } = context.actor;
  const [page, sums] = await Promise.all([records.ofPerson(personId, cursor), records.sumsOf(personId)]);
  const names = await namesOf(page.items.flatMap(namedIn));
  const items = page.items.map((record) => recordView(context, record, { names, shift: null, team: null }));
  return { items, next: page.next, ...ownSums(sums) };
}

/** The records of a month for an office of the place, with names (HOURS-7). */
export async function readRows(
  context: Context,
  { placeId, month, cursor }: CallInput<'service.rows'>,
): Promise<CallOutput<'service.rows'>> {
  const { actor, now } = context;
  const { path } = found(await places.byId(store, placeId));
  enforce(maySee(actor, now, null, path) ?? mayKeep(actor, now, path));
  const page = await records.inMonth(placeId, month, cursor);
  const [names, led] = await Promise.all([
    namesOf(page.items.flatMap(namedIn)),
    shifts.byIds(
      store,
      page.items.map(({ shiftId }) => shiftId),
    ),
  ]);
  const of = new Map<string, ShiftDocument>(led.map((shift) => [shift._id, shift]));
  // Offices lead every shift of their place: no team is asked for.
  const items = page.items.map((record) =>
    recordView(context, record, { names, shift: of.get(record.shiftId) ?? null, team: null }),
  );
  return { items, next: page.next };
}

/** Hours, turnout and gaps of a place by team, with nobody's name (HOURS-8). */
export async function readStatistics(
  context: Context,
  { placeId, month }: CallInput<'service.statistics'>,
): Promise<ServiceStatistics> {
  const { actor, now } = context;
  const [place, volunteer] = await Promise.all([
    places.byId(store, placeId),
    volunteers.byId(store, actor.personId),
  ]);
  enforce(maySee(actor, now, volunteer, found(place).path));
  const [laid, kept] = await Promise.all([shifts.sums(placeId, month), records.sumsIn(placeId, month)]);
  const names = [...new Set([...laid, ...kept].map(({ team }) => team))];
  const rows = names.map((team) => {
    const shift = laid.find((one) => one.team === team);
    const { shifts: count = 0, places: seats = 0, taken = 0 } = shift ?? {};
    const own = kept.filter((one) => one.team === team);
    const minutes = own.reduce((sum, one) => sum + (one.state === 'done' ? one.minutes : 0), 0);
    const counted = (absent: boolean) =>
      own.reduce((sum, one) => sum + ((one.state === 'no-show') === absent ? one.records : 0), 0);
    return {
      ...{ team: team ?? NO_TEAM, shifts: count, places: seats, claimed: taken },
      ...{ came: counted(false), noShows: counted(true), missing: Math.max(0, seats - taken) },
      ...{ minutes, minutesWords: minutesWords(minutes) },
    };
  });
  return { month, rows: rows.sort((a, b) => b.minutes - a.minutes), asOf: now };
}
