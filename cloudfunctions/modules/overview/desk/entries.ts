import { DESK_ENTRIES, type DeskEntry } from '@contract/overview';
import type { PlaceKind } from '@contract/places';
import type { Actor } from '../../../kernel/person';
import { readsEntries } from '../../audit/policy';
import { moderates } from '../../discussion/policy';
import { mayName } from '../../forms/policy';
import { mayPlan } from '../../meetings/policy';
import { appointable, maySeeClaims, maySetProfile } from '../../members/policy';
import { mayPrepare } from '../../motions/policy/office';
import { mayKeep } from '../../organisations/policy';
import { maySeeRegister } from '../../register/policy';
import { mayKeep as mayKeepRooms } from '../../rooms/policy';
import { mayKeep as keepsVolunteers } from '../../volunteers/policy';

interface Place {
  kind: PlaceKind;
  path: readonly string[];
}

/** Each entry is open to whom its own calls let through. */
const OPEN: Record<DeskEntry, (actor: Actor, now: number, place: Place) => boolean> = {
  'plan-meeting': (actor, now, { path }) => mayPlan(actor, now, path) === null,
  'draft-motion': (actor, now, { path }) => mayPrepare(actor, now, path) === null,
  claims: (actor, now, { path }) => maySeeClaims(actor, now, path) === null,
  offices: (actor, now, place) => appointable(actor, now, place).length > 0,
  'held-texts': (actor, now, { path }) => moderates(actor, now, path),
  audit: (actor, now, { path }) => readsEntries(actor, now, path),
  register: (actor, now, { path }) => maySeeRegister(actor, now, path) === null,
  series: (actor, now, { path }) => mayPlan(actor, now, path) === null,
  'meeting-forms': (actor, now, place) => mayName(actor, now, place) === null,
  venues: (actor, now, { path }) => mayKeepRooms(actor, now, path) === null,
  organisations: (actor, now, { path }) => mayKeep(actor, now, path) === null,
  volunteers: (actor, now, { path }) => keepsVolunteers(actor, now, path) === null,
  'local-profile': (actor, now, { path }) => maySetProfile(actor, now, path) === null,
};

export function entriesAt(actor: Actor, now: number, place: Place): DeskEntry[] {
  return DESK_ENTRIES.filter((entry) => OPEN[entry](actor, now, place));
}
