import type { ErrorCode } from '@contract/errors';
import type { Office } from '@contract/roles';
import { type Actor, belongsTo, holds, livesIn, officesNow } from '../../kernel/person';
import type { VolunteerDocument } from './documents';
import { isOfAge, reportedIn, REPORTS_MAX, GROWN } from './rules';

/** Offices that keep teams, tasks and hours of what lies below them. */
export const OFFICES_OVER: readonly Office[] = [
  'secretary',
  'residents-committee',
  'villagers-committee',
  'owners-committee',
];

/** What of a volunteer others may know. */
export type Volunteer = Pick<VolunteerDocument, 'reports'> | null;

/** Whoever belongs to the place, or reported in there (TEAM-5, SEC-11). */
export function maySee(
  actor: Actor,
  now: number,
  volunteer: Volunteer,
  path: readonly string[],
): ErrorCode | null {
  return belongsTo(actor, now, path) || reportedIn(volunteer?.reports ?? [], path) ? null : 'NOT_FOUND';
}

/** Whoever lives there, works there for it, or reported in; an office from above reports in like everybody (TEAM-5). */
export function isThere(actor: Actor, now: number, volunteer: Volunteer, path: readonly string[]): boolean {
  const place = path.at(-1) ?? '';
  return (
    livesIn(actor, place) ||
    officesNow(actor, now).some((held) => held.path.includes(place)) ||
    reportedIn(volunteer?.reports ?? [], path)
  );
}

/** An office of the place. */
export function mayKeep(actor: Actor, now: number, path: readonly string[]): ErrorCode | null {
  return holds(actor, now, OFFICES_OVER, path) ? null : 'NOT_ALLOWED';
}

/** Who has such an office anywhere: whom they may look at is whoever told them the code. */
export function mayCode(actor: Actor, now: number, leads: boolean): ErrorCode | null {
  const held = officesNow(actor, now).some(({ office }) => OFFICES_OVER.includes(office));
  return held || leads ? null : 'NOT_ALLOWED';
}

/** Born days are put right by an office; leaders of teams only put down consents (TASK-4). */
export function mayCorrect(
  actor: Actor,
  now: number,
  { _id }: Pick<VolunteerDocument, '_id'>,
): ErrorCode | null {
  return mayCode(actor, now, false) ?? (_id === actor.personId ? 'VOLUNTEER_OWN' : null);
}

/** A minor's born day is put right by an office: with it goes what they may do (TASK-4). */
export function mayDescribe(
  volunteer: Pick<VolunteerDocument, 'bornOn'> | null,
  bornOn: string | null,
  today: string,
): ErrorCode | null {
  const before = volunteer?.bornOn ?? null;
  if (before === null || before === bornOn || isOfAge(before, GROWN, today)) return null;
  return 'VOLUNTEER_MINOR';
}

export function mayReportIn(actor: Actor, volunteer: Volunteer, placeId: string | null): ErrorCode | null {
  const reports = volunteer?.reports ?? [];
  if (placeId !== null && livesIn(actor, placeId)) return 'VOLUNTEER_HOME_HERE';
  if (reports.some((one) => one.placeId === placeId)) return 'VOLUNTEER_REPORTED';
  return reports.length < REPORTS_MAX ? null : 'VOLUNTEER_REPORTS_FULL';
}

/** For a minor, never for oneself (TASK-5). */
export function mayConsent(
  actor: Actor,
  volunteer: Pick<VolunteerDocument, '_id' | 'bornOn'>,
  today: string,
): ErrorCode | null {
  if (volunteer._id === actor.personId) return 'VOLUNTEER_OWN';
  if (volunteer.bornOn === null) return 'VOLUNTEER_BORN_DAY';
  return isOfAge(volunteer.bornOn, GROWN, today) ? 'VOLUNTEER_GROWN' : null;
}
