import type { ReportKind } from '@contract/volunteers';
import { addYears } from '../motions/rules/days';
import type { Report, Upcoming, VolunteerDocument } from './documents';

export const REPORTS_MAX = 10;
/** Shifts that one person has before them. */
export const UPCOMING_MAX = 60;
export const GROWN = 18;
/** Under this a guardian consents to the data as well. */
export const DATA_AGE = 14;

export const REPORT_LABELS: Record<ReportKind, string> = {
  'party-member': '党员',
  courier: '快递外卖小哥',
  other: '其他',
};

/** Whether somebody born on a day has reached an age on another (TASK-4). */
export function isOfAge(bornOn: string, years: number, on: string): boolean {
  return addYears(bornOn, years) <= on;
}

/** What a guardian still has to agree to for something on a day, or null (TASK-5). */
export function consentMissing(
  { bornOn, guardian }: Pick<VolunteerDocument, 'bornOn' | 'guardian'>,
  on: string,
): 'SHIFT_GUARDIAN' | 'SHIFT_GUARDIAN_DATA' | null {
  if (bornOn === null || isOfAge(bornOn, GROWN, on)) return null;
  if (!guardian) return 'SHIFT_GUARDIAN';
  return guardian.dataToo || isOfAge(bornOn, DATA_AGE, on) ? null : 'SHIFT_GUARDIAN_DATA';
}

/** Touching ends are no overlap (SHIFT-3). */
export function overlaps(
  a: Pick<Upcoming, 'startsAt' | 'endsAt'>,
  b: Pick<Upcoming, 'startsAt' | 'endsAt'>,
): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** Whether a place with this path is one that the person reported in to, lies in it or around it (TEAM-5). */
export function reportedIn(reports: readonly Report[], path: readonly string[]): boolean {
  const place = path.at(-1);
  return reports.some(
    (one) => path.includes(one.placeId) || (place !== undefined && one.path.includes(place)),
  );
}
