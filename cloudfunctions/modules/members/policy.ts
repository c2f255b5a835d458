import type { ErrorCode } from '@contract/errors';
import type { PlaceKind } from '@contract/places';
import { type Office, OFFICES } from '@contract/roles';
import {
  type Actor,
  belongsTo,
  holds,
  type OfficeHeld,
  type PersonDocument,
  type Tie,
} from '../../kernel/person';
import type { ClaimDocument, HomeDocument } from './documents';
import { giversOf, officeFits } from './rules/offices';
import { holdsHomes } from './rules/tree';

type Path = readonly string[];

const RECORDERS: Office[] = ['secretary', 'administrator'];
const DECIDERS: Office[] = ['grid-worker', 'secretary'];
const REGISTER_READERS: Office[] = ['secretary', 'grid-worker', 'administrator'];
const FINDERS: Office[] = ['administrator', 'street-officer', 'secretary', 'grid-worker'];

/** For what everybody may see anyway: the tree of places, labels of homes, who holds which office. */
function byOffice(actor: Actor, now: number, offices: readonly Office[], path: Path): ErrorCode | null {
  return holds(actor, now, offices, path) ? null : 'NOT_ALLOWED';
}

/** For what is nobody else's business: in another community it looks as if it were not there (SEC-11). */
function byOfficeThere(actor: Actor, now: number, offices: readonly Office[], path: Path): ErrorCode | null {
  return byOffice(actor, now, offices, path) && (belongsTo(actor, now, path) ? 'NOT_ALLOWED' : 'NOT_FOUND');
}

const tieTo = (actor: Actor, homeId: string): Tie | undefined =>
  actor.person?.ties.find((tie) => tie.homeId === homeId);

/** The tie to the home as its register is now: after a sale the tie of the one who sold is there until somebody ends it (MEM-15). */
function standingTie(actor: Actor, home: HomeDocument): Tie | undefined {
  const tie = tieTo(actor, home._id);
  const stands =
    tie?.relation === 'tenant' ||
    home.owners.some(({ key }) => key === tie?.ownerKey) ||
    home.residents.some(({ key }) => key === tie?.residentKey);
  return stands ? tie : undefined;
}

export const mayAddPlaces = (actor: Actor, now: number, path: Path) =>
  byOffice(actor, now, ['administrator'], path);

export const maySetProfile = (actor: Actor, now: number, path: Path) =>
  byOffice(actor, now, ['administrator', 'street-officer'], path);

export function mayRecordHomes(
  actor: Actor,
  now: number,
  place: { kind: PlaceKind; path: Path },
): ErrorCode | null {
  return byOffice(actor, now, RECORDERS, place.path) ?? (holdsHomes(place.kind) ? null : 'PLACE_KIND_WRONG');
}

export const mayIssueCodes = (actor: Actor, now: number, path: Path) =>
  byOffice(actor, now, ['secretary'], path);

export const mayNameCoOwner = (actor: Actor, now: number, path: Path) =>
  byOfficeThere(actor, now, DECIDERS, path);

export const mayRemoveTie = mayNameCoOwner;

/** The household chooses for itself; an officer records what it told them. A tenant is not of the household. */
export function mayChooseRepresentative(actor: Actor, now: number, home: HomeDocument): ErrorCode | null {
  const tie = standingTie(actor, home);
  if (tie && tie.relation !== 'tenant') return null;
  return byOfficeThere(actor, now, DECIDERS, home.path);
}

export const mayLeave = (actor: Actor, homeId: string): ErrorCode | null =>
  tieTo(actor, homeId) ? null : 'NOT_FOUND';

/** How much of a register row somebody sees: an officer all, the household its own names, a tenant the home only. */
export function registerSight(
  actor: Actor,
  now: number,
  home: HomeDocument,
): 'all' | 'names' | 'home' | null {
  if (holds(actor, now, REGISTER_READERS, home.path)) return 'all';
  const tie = standingTie(actor, home);
  if (!tie) return null;
  return tie.relation === 'tenant' ? 'home' : 'names';
}

export const maySeeClaims = (actor: Actor, now: number, path: Path) =>
  byOfficeThere(actor, now, DECIDERS, path);

export const mayFindPeople = (actor: Actor, now: number, path: Path) =>
  byOfficeThere(actor, now, FINDERS, path);

/** MEM-4, MEM-5 */
export function mayDecideClaim(actor: Actor, now: number, claim: ClaimDocument): ErrorCode | null {
  if (claim.personId === actor.personId) return 'OWN_CLAIM';
  if (!holds(actor, now, DECIDERS, claim.path)) return 'NOT_FOUND';
  return claim.state === 'pending' ? null : 'CLAIM_DECIDED';
}

export function mayWithdrawClaim(actor: Actor, claim: ClaimDocument): ErrorCode | null {
  if (claim.personId !== actor.personId) return 'NOT_FOUND';
  return claim.state === 'pending' ? null : 'CLAIM_DECIDED';
}

/** Whether somebody can come to belong to the home: not twice, and not as a registered person who is here already. */
export function mayTie(
  home: HomeDocument,
  personId: string,
  keys: { ownerKey: string | null; residentKey: string | null },
  people: readonly PersonDocument[],
): ErrorCode | null {
  const ties = people.flatMap((person) => person.ties.map((tie) => ({ ...tie, personId: person._id })));
  const here = ties.filter((tie) => tie.homeId === home._id);
  if (here.some((tie) => tie.personId === personId)) return 'HOME_ALREADY_YOURS';
  const taken = here.some(
    (tie) =>
      (keys.ownerKey !== null && tie.ownerKey === keys.ownerKey) ||
      (keys.residentKey !== null && tie.residentKey === keys.residentKey),
  );
  return taken ? 'REGISTER_TAKEN' : null;
}

const mayGive = (actor: Actor, now: number, office: Office, path: Path): ErrorCode | null =>
  byOffice(actor, now, giversOf(office), path);

/** The offices that somebody may give at a place. */
export function appointable(actor: Actor, now: number, place: { kind: PlaceKind; path: Path }): Office[] {
  return OFFICES.filter(
    (office) => officeFits(office, place.kind) && mayGive(actor, now, office, place.path) === null,
  );
}

/** MEM-6, MEM-8 */
export function mayAppoint(
  actor: Actor,
  now: number,
  place: { _id: string; kind: PlaceKind; path: Path },
  person: PersonDocument,
  term: { office: Office; fromAt: number; untilAt: number },
): ErrorCode | null {
  if (person._id === actor.personId) return 'OWN_OFFICE';
  const denial = mayGive(actor, now, term.office, place.path);
  if (denial) return denial;
  if (!officeFits(term.office, place.kind)) return 'OFFICE_NOT_THERE';
  if (term.untilAt <= now) return 'TIME_IN_PAST';
  const overlaps = (held: OfficeHeld) => held.fromAt < term.untilAt && term.fromAt < held.untilAt;
  const same = person.offices.filter((held) => held.office === term.office && held.placeId === place._id);
  return same.some(overlaps) ? 'OFFICE_HELD' : null;
}

export function mayWithdrawOffice(
  actor: Actor,
  now: number,
  personId: string,
  held: Pick<OfficeHeld, 'office' | 'path' | 'untilAt'>,
): ErrorCode | null {
  const denial = mayGive(actor, now, held.office, held.path);
  if (denial) return denial;
  if (personId === actor.personId) return 'OWN_OFFICE';
  return held.untilAt > now ? null : 'OFFICE_ENDED';
}
