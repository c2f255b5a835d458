import type { ClaimView } from '@contract/claims';
import type { Me, MyPlace, OfficeView, OwnClaim } from '@contract/members';
import type { PlaceView } from '@contract/places';
import type { HomeLabel, RegisterView } from '@contract/register';
import { type Actor, type OfficeHeld, officesNow, type PersonDocument } from '../../kernel/person';
import type { ClaimDocument, HomeDocument, PlaceDocument } from './documents';
import * as policy from './policy';
import { matchesOf } from './rules/tie';
import { isBelonging } from './rules/tree';

export function officeView({ id, office, placeId, placeName, fromAt, untilAt }: OfficeHeld): OfficeView {
  return { id, office, placeId, placeName, fromAt, untilAt };
}

export function placeView({ _id, kind, name, parentId, path }: PlaceDocument): PlaceView {
  return { id: _id, kind, name, parentId, path };
}

export function homeLabel({ _id, label, use }: HomeDocument): HomeLabel {
  return { id: _id, label, use };
}

function ownClaim(claim: ClaimDocument): OwnClaim {
  const { homeId, homeLabel: label, relation, registerName, state, reason, createdAt, decidedAt } = claim;
  return {
    id: claim._id,
    homeId,
    homeLabel: label,
    relation,
    registerName,
    state,
    reason,
    createdAt,
    decidedAt,
  };
}

/** Where the person belongs, deepest first; the phone opens with the estate of their first home, else with their first office's place. */
export function myPlaces(actor: Actor, now: number, places: readonly PlaceDocument[]): MyPlace[] {
  const homes = (actor.person?.ties ?? []).map((tie) => tie.path);
  const offices = officesNow(actor, now).map((held) => held.path);
  const reached = places
    .filter(({ _id, kind }) => isBelonging(kind) && [...homes, ...offices].some((path) => path.includes(_id)))
    .sort((a, b) => b.path.length - a.path.length || a.sort - b.sort || (a._id < b._id ? -1 : 1));
  const first = homes[0] ?? offices[0] ?? [];
  const opening = reached.find(({ _id }) => first.includes(_id));
  return reached.map(({ _id, kind, name, path }) => ({
    id: _id,
    kind,
    name,
    path,
    through: homes.some((home) => home.includes(_id)) ? 'home' : 'office',
    home: _id === opening?._id,
  }));
}

export interface MeParts {
  claims: ClaimDocument[];
  places: PlaceDocument[];
  /** Those that the person is tied to. */
  homes: HomeDocument[];
  unread: number;
}

/** The caller's own face; nothing of it goes to anybody else. */
export function meView(actor: Actor, now: number, { claims, places, homes, unread }: MeParts): Me {
  const { person } = actor;
  return {
    personId: actor.personId,
    name: person?.heldName?.text ?? person?.name ?? null,
    nameHeld: Boolean(person?.heldName),
    hasPhone: Boolean(person?.phoneCipher),
    ties: (person?.ties ?? []).map(({ homeId, label, path, relation, since }) => ({
      homeId,
      label,
      path,
      relation,
      since,
      gone: homes.some(({ _id, goneAt }) => _id === homeId && Boolean(goneAt)),
    })),
    offices: officesNow(actor, now).map(officeView),
    claims: claims.map(ownClaim),
    places: myPlaces(actor, now, places),
    unread,
  };
}

export function claimView(
  actor: Actor,
  now: number,
  claim: ClaimDocument,
  home: HomeDocument | null,
): ClaimView {
  const { homeId, homeLabel: label, personName, relation, registerName, note, photos, state, reason } = claim;
  return {
    id: claim._id,
    personName,
    homeId,
    homeLabel: label,
    relation,
    registerName,
    note,
    photos,
    state,
    reason,
    createdAt: claim.createdAt,
    decidedAt: claim.decidedAt,
    revision: claim.revision,
    matches: home && state === 'pending' ? matchesOf(home, registerName) : [],
    can: { decide: policy.mayDecideClaim(actor, now, claim) },
  };
}

function tiesTo(homeId: string, { _id: personId, name, ties }: PersonDocument): RegisterView['people'] {
  return ties.filter((tie) => tie.homeId === homeId).map(({ relation }) => ({ personId, name, relation }));
}

/** The row as far as this person may see it (policy.registerSight). */
export function registerView(
  actor: Actor,
  now: number,
  home: HomeDocument,
  people: readonly PersonDocument[],
): RegisterView {
  const sight = policy.registerSight(actor, now, home);
  const all = sight === 'all';
  const names = all || sight === 'names';
  const { placeId, label, use, area, areaBasis, parkingBasis, holding, revision } = home;
  return {
    ...{ homeId: home._id, placeId, label, use, area, areaBasis, parkingBasis, holding, revision },
    owners: (names ? home.owners : []).map(({ key, name, proof }) => ({
      key,
      name,
      named: key === home.namedOwnerKey,
      proof: all ? proof : null,
    })),
    residents: (names ? home.residents : []).map(({ key, name, bornOn }) => ({
      key,
      name,
      representative: key === home.representativeKey,
      bornOn: all ? bornOn : null,
    })),
    namedOwnerProof: all ? home.namedOwnerProof : null,
    people: all ? people.flatMap((person) => tiesTo(home._id, person)) : [],
    can: {
      nameCoOwner: policy.mayNameCoOwner(actor, now, home.path),
      chooseRepresentative: policy.mayChooseRepresentative(actor, now, home),
      removeTie: policy.mayRemoveTie(actor, now, home.path),
      leave: policy.mayLeave(actor, home._id),
    },
  };
}
