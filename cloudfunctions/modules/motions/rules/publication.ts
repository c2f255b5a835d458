import type { LocalProfile } from '@contract/profile';
import { addDays, daysBetween } from './days';

const STATUTORY_DAYS = 15;

/** Days for which a decision stays published: fifteen, or more where the profile says so (PATH-8). */
export function publicationDays(profile: LocalProfile): number {
  return Math.max(STATUTORY_DAYS, profile.publicationDays);
}

/** The last day of the shortest publication that begins on a day, which itself is not counted (民法典 201†). */
export function earliestPublicationEnd(fromOn: string, profile: LocalProfile): string {
  return addDays(fromOn, publicationDays(profile));
}

export function publicationRefusal(
  fromOn: string,
  untilOn: string,
  profile: LocalProfile,
): 'PUBLICATION_TOO_SHORT' | null {
  return daysBetween(fromOn, untilOn) < publicationDays(profile) ? 'PUBLICATION_TOO_SHORT' : null;
}
