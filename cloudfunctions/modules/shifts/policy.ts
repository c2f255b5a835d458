import type { ErrorCode } from '@contract/errors';
import type { Actor } from '../../kernel/person';
import { dayOf } from '../motions/rules/days';
import type { TaskDocument } from '../tasks/documents';
import { insuranceDenial } from '../tasks/policy';
import type { TeamDocument } from '../teams/documents';
import { mayLead } from '../teams/policy';
import type { VolunteerDocument } from '../volunteers/documents';
import { isThere } from '../volunteers/policy';
import { consentMissing, GROWN, isOfAge, UPCOMING_MAX } from '../volunteers/rules';
import type { Claim, ShiftDocument } from './documents';
import { isFull } from './rules/queue';

export interface Claiming {
  shift: ShiftDocument;
  task: Pick<TaskDocument, 'state' | 'dangerous' | 'insurance' | 'minimumAge'>;
  volunteer: VolunteerDocument | null;
  /** How many shifts are before them. */
  upcoming: number;
  /** Another shift of theirs at the same time that still stands. */
  overlap: { startsAt: number } | null;
}

export const claimOf = ({ claims }: Pick<ShiftDocument, 'claims'>, personId: string): Claim | null =>
  claims.find((one) => one.personId === personId) ?? null;

function stands(shift: ShiftDocument, now: number): ErrorCode | null {
  if (shift.state === 'cancelled') return 'SHIFT_CANCELLED';
  return now < shift.startsAt ? null : 'SHIFT_STARTED';
}

/** What of the person stands in the way: age, consent, insurance (TASK-3, TASK-4, TASK-5). */
function personDenial({ shift, task, volunteer }: Claiming): ErrorCode | null {
  const on = dayOf(shift.startsAt);
  if (!volunteer?.bornOn) return 'VOLUNTEER_BORN_DAY';
  const years = task.dangerous ? Math.max(GROWN, task.minimumAge) : task.minimumAge;
  if (!isOfAge(volunteer.bornOn, years, on)) return 'SHIFT_TOO_YOUNG';
  return consentMissing(volunteer, on) ?? insuranceDenial(task, dayOf(shift.endsAt - 1));
}

/** Whoever has claimed already may send it again (SHIFT-8). */
export function mayClaim(actor: Actor, now: number, claiming: Claiming): ErrorCode | null {
  const { shift, task, volunteer, overlap, upcoming } = claiming;
  if (claimOf(shift, actor.personId)) return null;
  if (task.state === 'ended') return 'TASK_ENDED';
  const denial = stands(shift, now);
  if (denial) return denial;
  if (!isThere(actor, now, volunteer, shift.path)) return 'SHIFT_REPORT_FIRST';
  const person = personDenial(claiming);
  if (person) return person;
  if (overlap) return 'SHIFT_OVERLAP';
  if (upcoming >= UPCOMING_MAX) return 'SHIFT_OWN_MANY';
  return isFull(shift) ? 'SHIFT_FULL' : null;
}

/** Until the start, and not by whoever has checked in; afterwards the leader records who was there (SHIFT-7). */
export function mayWithdraw(
  actor: Actor,
  now: number,
  shift: ShiftDocument,
  record: object | null,
): ErrorCode | null {
  if (!claimOf(shift, actor.personId)) return 'SHIFT_NOT_CLAIMED';
  return stands(shift, now) ?? (record ? 'SERVICE_CAME' : null);
}

/** Whether a withdrawal now is one after the announced time; leaving the waitlist is always free. */
export function isLate(claim: Claim, now: number, { withdrawUntil }: ShiftDocument): boolean {
  return claim.state === 'taken' && now > withdrawUntil;
}

export function mayAnswer(actor: Actor, now: number, shift: ShiftDocument): ErrorCode | null {
  const denial = stands(shift, now);
  if (denial) return denial;
  const claim = claimOf(shift, actor.personId);
  return claim?.state === 'offered' && (claim.answerBy ?? 0) > now ? null : 'SHIFT_NOT_OFFERED';
}

/** Board, confirmations and the cancelling. */
export function mayLeadShift(
  actor: Actor,
  now: number,
  { path }: Pick<ShiftDocument, 'path'>,
  team: TeamDocument | null,
): ErrorCode | null {
  return mayLead(actor, now, path, team);
}

export function mayCancel(
  actor: Actor,
  now: number,
  shift: ShiftDocument,
  team: TeamDocument | null,
): ErrorCode | null {
  const denial = mayLeadShift(actor, now, shift, team);
  if (denial) return denial;
  if (shift.state === 'cancelled') return 'SHIFT_CANCELLED';
  return now < shift.endsAt ? null : 'SHIFT_OVER';
}
