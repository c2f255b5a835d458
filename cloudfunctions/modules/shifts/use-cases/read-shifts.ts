import type { CallInput } from '@contract/calls';
import type { OwnShifts, Roster, RosterDay, ShiftDetail } from '@contract/shifts';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import { addDays, dayOf, startOfDay } from '../../motions/rules/days';
import { mayKeep, maySee } from '../../volunteers/policy';
import { volunteers } from '../../volunteers/repository';
import { ownShifts } from '../own';
import { presentShift } from '../present';
import { ROSTER_PAGE, type ShiftRow, shifts } from '../repository';
import { missingOf, ownClaim, shiftSummary } from '../views';

export function readShift(context: Context, { id }: CallInput<'shifts.detail'>): Promise<ShiftDetail> {
  return presentShift(context, id);
}

/** What is before the caller, the next first. */
export async function readOwnShifts(context: Context): Promise<OwnShifts> {
  const { actor, now } = context;
  const rows = await ownShifts(actor.personId, now);
  return { upcoming: rows.map((row) => shiftSummary(row, now, ownClaim(row, actor.personId))) };
}

function daysOf(
  rows: readonly ShiftRow[],
  context: Context,
  mine: Map<string, ReturnType<typeof ownClaim>>,
): RosterDay[] {
  const { now } = context;
  const days = new Map<string, RosterDay>();
  for (const row of rows) {
    const on = dayOf(row.startsAt);
    const day = days.get(on) ?? { on, shifts: [], missing: 0 };
    day.shifts.push(shiftSummary(row, now, mine.get(row._id) ?? null));
    day.missing += missingOf(row, now);
    days.set(on, day);
  }
  return [...days.values()];
}

/** The shifts of some days with how many are missing, in eight requests at most (TASK-8). */
export async function readRoster(
  context: Context,
  { placeId, taskId, firstOn, days }: CallInput<'shifts.roster'>,
): Promise<Roster> {
  const { actor, now } = context;
  const [place, volunteer] = await Promise.all([
    places.byId(store, placeId),
    volunteers.byId(store, actor.personId),
  ]);
  const { path } = found(place);
  enforce(maySee(actor, now, volunteer, path));
  const span = [startOfDay(firstOn), startOfDay(addDays(firstOn, days))] as const;
  const [rows, own] = await Promise.all([
    taskId === undefined ? shifts.roster(path, ...span) : shifts.ofTask(taskId, ...span),
    ownShifts(actor.personId, now),
  ]);
  const seen = rows.filter((row) => maySee(actor, now, volunteer, row.path) === null).slice(0, ROSTER_PAGE);
  const mine = new Map(own.map((row) => [row._id, ownClaim(row, actor.personId)]));
  const shown = daysOf(seen, context, mine);
  const missing = shown.reduce((sum, day) => sum + day.missing, 0);
  return { days: shown, missing, cut: rows.length > ROSTER_PAGE, can: { lead: mayKeep(actor, now, path) } };
}
