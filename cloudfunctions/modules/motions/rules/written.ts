import type { Body, Worth } from '@contract/decision';
import type { LocalProfile } from '@contract/profile';
import { DAY_MS } from './days';

export interface WrittenWindow {
  body: Body;
  worth: Worth;
  opensAt: number;
  closesAt: number;
  profile: LocalProfile;
}

/**
 * Whether a vote in writing may have this window (PATH-5). Only the owners' statute knows decisions in writing;
 * polls that decide nothing may be shorter, and none is longer than the profile's.
 */
export function writtenWindowRefusal(window: WrittenWindow): 'WINDOW_WRONG' | null {
  const { body, worth, opensAt, closesAt, profile } = window;
  const length = closesAt - opensAt;
  const { min, max } = profile.writtenWindowDays;
  if (length <= 0 || length > max * DAY_MS) return 'WINDOW_WRONG';
  if (worth !== 'statutory') return null;
  return body !== 'owners' || length < min * DAY_MS ? 'WINDOW_WRONG' : null;
}

/** A vote of part of the property management area needs the authority that the profile names (OWN-9). */
export function narrowerAreaRefusal(profile: LocalProfile): 'NARROWER_AREA' | null {
  return profile.narrowerAreaAuthority?.trim() ? null : 'NARROWER_AREA';
}
