import type { Context } from '../../kernel/context';
import type { Reader } from '../../kernel/database';
import { enforce, found } from '../../kernel/refusal';
import { tasks } from '../tasks/repository';
import { teams } from '../teams/repository';
import type { Upcoming, VolunteerDocument } from '../volunteers/documents';
import { maySee } from '../volunteers/policy';
import { volunteers } from '../volunteers/repository';
import { overlaps, UPCOMING_MAX } from '../volunteers/rules';
import type { ShiftDocument } from './documents';
import { claimOf, type Claiming } from './policy';
import { shifts } from './repository';
import { settled } from './rules/queue';

/**
 * A shift that the caller may see, with their own document.
 * @param gaveBack they were in it a moment ago: who has moved away is shown once more what they gave back
 * @throws Refusal NOT_FOUND
 */
export async function shiftCase(reader: Reader, { actor, now }: Context, id: string, gaveBack = false) {
  const shift = found(await shifts.byId(reader, id));
  const volunteer = await volunteers.byId(reader, actor.personId);
  // Whoever claimed sees it also after having moved away.
  if (!gaveBack && !claimOf(shift, actor.personId)) enforce(maySee(actor, now, volunteer, shift.path));
  return { shift, volunteer };
}

/** The same with the team that leads it. */
export async function ledCase(reader: Reader, context: Context, id: string, gaveBack = false) {
  const { shift, volunteer } = await shiftCase(reader, context, id, gaveBack);
  return { shift, volunteer, team: await teams.of(reader, shift.teamId) };
}

/** Whoever waited until the start gets no place any more, and could not withdraw either. */
function stands(shift: ShiftDocument, personId: string, now: number): boolean {
  const claim = claimOf(shift, personId);
  return shift.state === 'open' && claim !== null && (claim.state !== 'waiting' || now < shift.startsAt);
}

/** Of these shifts those in which the person still stands: a list of one's own may be behind (SHIFT-3). */
async function standing(
  reader: Reader,
  { actor, now }: Context,
  entries: readonly Upcoming[],
): Promise<Upcoming[]> {
  if (entries.length === 0) return [];
  const rows = await shifts.byIds(
    reader,
    entries.map(({ shiftId }) => shiftId),
  );
  const held = new Set(rows.filter((row) => stands(row, actor.personId, now)).map(({ _id }) => _id));
  return entries.filter(({ shiftId }) => held.has(shiftId));
}

/** What a claim is decided by: their other shifts at that time as these shifts say, not as the list does. */
export async function claimingOf(
  reader: Reader,
  context: Context,
  read: ShiftDocument,
  volunteer: VolunteerDocument | null,
): Promise<Claiming & { overlap: Upcoming | null; kept: Upcoming[] }> {
  const { now } = context;
  const task = found(await tasks.byId(reader, read.taskId));
  // An offer that nobody took in time holds no place, also before the timer comes by.
  const shift = { ...read, claims: settled(read, now).claims };
  const coming = (volunteer?.upcoming ?? []).filter((one) => one.endsAt > now && one.shiftId !== read._id);
  const full = coming.length >= UPCOMING_MAX;
  const held = await standing(reader, context, full ? coming : coming.filter((one) => overlaps(one, read)));
  const overlap = held.find((one) => overlaps(one, read)) ?? null;
  const kept = full ? held : coming;
  return { shift, task, volunteer, overlap, kept, upcoming: kept.length };
}

/** The person's list with one more, what is over left out. */
export function withUpcoming(
  volunteer: VolunteerDocument,
  kept: readonly Upcoming[],
  { _id: shiftId, title, startsAt, endsAt }: ShiftDocument,
): VolunteerDocument {
  return { ...volunteer, upcoming: [...kept, { shiftId, title, startsAt, endsAt }] };
}

export function withoutUpcoming(volunteer: VolunteerDocument, shiftId: string): VolunteerDocument {
  return { ...volunteer, upcoming: volunteer.upcoming.filter((one) => one.shiftId !== shiftId) };
}
