import { store } from '../../kernel/reader';
import { volunteers } from '../volunteers/repository';
import type { ShiftDocument } from './documents';
import { claimOf } from './policy';
import { shifts } from './repository';
import { isLive } from './views';

/** Shifts in which a person has a place, is offered one or waits, the next first. */
export async function ownShifts(personId: string, now: number): Promise<ShiftDocument[]> {
  const volunteer = await volunteers.byId(store, personId);
  const ids = (volunteer?.upcoming ?? []).filter(({ endsAt }) => endsAt > now).map(({ shiftId }) => shiftId);
  if (ids.length === 0) return [];
  const rows = await shifts.byIds(store, ids);
  const held = rows.filter((row) => {
    const claim = claimOf(row, personId);
    return row.state === 'open' && claim !== null && isLive(claim, row, now);
  });
  return held.sort((a, b) => a.startsAt - b.startsAt);
}
