import type { ErrorCode } from '@contract/errors';
import type { PlaceKind } from '@contract/places';
import { DESK_OFFICES, type ProposalAction, type ProposalStage } from '@contract/proposals';
import { type Actor, belongsTo, holds, livesIn, officesNow } from '../../kernel/person';
import type { ProposalDocument } from './documents';

/** From here on the matter belongs to a meeting or what came of it (PRO-8, PRO-9). */
const ON_AGENDA: readonly ProposalStage[] = ['to-meet', 'voting', 'publishing', 'doing', 'rejected'];
const BEFORE_AGENDA: readonly ProposalStage[] = ['collecting', 'returned', 'handling'];
/** What is raised in a whole district or city has no yard to be talked about in. */
const PROPOSAL_PLACES: readonly PlaceKind[] = [
  'area',
  'community',
  'estate',
  'village-group',
  'park',
  'office-building',
  'building',
  'unit',
];

type Seen = Pick<ProposalDocument, 'path' | 'authorIds' | 'held'>;

export const isAuthor = (actor: Actor, proposal: Pick<ProposalDocument, 'authorIds'>) =>
  proposal.authorIds.includes(actor.personId);

/** Whether the actor's office sorts proposals of the place (PRO-2). */
export function mayDesk(actor: Actor, now: number, path: readonly string[]): ErrorCode | null {
  return holds(actor, now, DESK_OFFICES, path) ? null : 'NOT_ALLOWED';
}

/** People of the place; a text that is held only its author and the desk (SEC-8, SEC-11). */
export function maySee(actor: Actor, now: number, proposal: Seen): ErrorCode | null {
  if (isAuthor(actor, proposal) || mayDesk(actor, now, proposal.path) === null) return null;
  return proposal.held === null && belongsTo(actor, now, proposal.path) ? null : 'NOT_FOUND';
}

/** Residents of the place and those with an office for it (PRO-10). */
export function mayPropose(
  actor: Actor,
  now: number,
  place: { kind: PlaceKind; path: readonly string[] },
): ErrorCode | null {
  if (!belongsTo(actor, now, place.path)) return 'NOT_FOUND';
  if (!PROPOSAL_PLACES.includes(place.kind)) return 'PLACE_KIND_WRONG';
  const forIt = officesNow(actor, now).some((held) => place.path.includes(held.placeId));
  return forIt || livesIn(actor, place.path.at(-1) ?? '') ? null : 'NOT_IN_SCOPE';
}

function stageDenial(proposal: ProposalDocument, ...stages: ProposalStage[]): ErrorCode | null {
  if (stages.includes(proposal.stage)) return null;
  return ON_AGENDA.includes(proposal.stage) ? 'ON_AGENDA' : 'PROPOSAL_STAGE';
}

const byAuthor = (actor: Actor, proposal: ProposalDocument) =>
  isAuthor(actor, proposal) ? null : 'NOT_AUTHOR';
const passed = (proposal: ProposalDocument) => (proposal.held === null ? null : 'TEXT_HELD');

function bySupporter(actor: Actor, proposal: ProposalDocument): ErrorCode | null {
  if (!actor.person || actor.person.ties.length === 0) return 'NOT_VERIFIED';
  if (isAuthor(actor, proposal)) return 'OWN_PROPOSAL';
  return livesIn(actor, proposal.placeId) ? null : 'NOT_IN_SCOPE';
}

/** Residents with a home in the place; the author supports from the start (PRO-3, PRO-10). */
export function maySupport(actor: Actor, proposal: ProposalDocument, supported: boolean): ErrorCode | null {
  const denial = bySupporter(actor, proposal) ?? stageDenial(proposal, 'collecting') ?? passed(proposal);
  return denial ?? (supported ? 'ALREADY_SUPPORTED' : null);
}

/** Until it is on an agenda (PRO-9); whoever has moved away may still take it back. */
export function mayUnsupport(actor: Actor, proposal: ProposalDocument, supported: boolean): ErrorCode | null {
  if (!actor.person || actor.person.ties.length === 0) return 'NOT_VERIFIED';
  if (isAuthor(actor, proposal)) return 'OWN_PROPOSAL';
  return stageDenial(proposal, ...BEFORE_AGENDA) ?? (supported ? null : 'NOT_SUPPORTED');
}

/** Sorted, or sorted anew as long as nothing came of it (PRO-2). */
export function mayTriage(actor: Actor, now: number, proposal: ProposalDocument): ErrorCode | null {
  return (
    mayDesk(actor, now, proposal.path) ?? stageDenial(proposal, 'collecting', 'handling') ?? passed(proposal)
  );
}

export function mayReturn(actor: Actor, now: number, proposal: ProposalDocument): ErrorCode | null {
  return mayDesk(actor, now, proposal.path) ?? stageDenial(proposal, 'collecting');
}

export function mayRevise(actor: Actor, proposal: ProposalDocument): ErrorCode | null {
  const denial = byAuthor(actor, proposal) ?? stageDenial(proposal, 'returned');
  return denial ?? (proposal.appeal?.decision === 'pending' ? 'APPEAL_PENDING' : null);
}

/** Once (PRO-7). */
export function mayAppeal(actor: Actor, proposal: ProposalDocument): ErrorCode | null {
  return (
    byAuthor(actor, proposal) ?? stageDenial(proposal, 'returned') ?? (proposal.appeal ? 'APPEAL_USED' : null)
  );
}

/** By another officer than the one who returned it, and not by its author. */
export function mayDecideAppeal(actor: Actor, now: number, proposal: ProposalDocument): ErrorCode | null {
  const denial = mayDesk(actor, now, proposal.path) ?? stageDenial(proposal, 'returned');
  if (denial) return denial;
  if (proposal.appeal?.decision !== 'pending') return 'PROPOSAL_STAGE';
  const own = isAuthor(actor, proposal) || proposal.returned?.byId === actor.personId;
  return own ? 'OWN_DECISION' : null;
}

/** What is asked of each of the two before the pair is looked at. */
export function mayMerge(actor: Actor, now: number, proposal: ProposalDocument): ErrorCode | null {
  return mayDesk(actor, now, proposal.path) ?? stageDenial(proposal, 'collecting') ?? passed(proposal);
}

/** Both are open for co-signing, and the one that goes on is for the same place or one around it. */
export function mayMergeInto(
  actor: Actor,
  now: number,
  source: ProposalDocument,
  target: ProposalDocument,
): ErrorCode | null {
  if (source._id === target._id) return 'MERGE_SELF';
  const denial = mayMerge(actor, now, source) ?? mayMerge(actor, now, target);
  return denial ?? (source.path.includes(target.placeId) ? null : 'MERGE_OTHER_PLACE');
}

/** Until it is on an agenda (PRO-8). */
export function mayWithdraw(actor: Actor, proposal: ProposalDocument): ErrorCode | null {
  return byAuthor(actor, proposal) ?? stageDenial(proposal, ...BEFORE_AGENDA);
}

/** The desk, or the office that it was given to. */
export function mayCloseHandled(actor: Actor, now: number, proposal: ProposalDocument): ErrorCode | null {
  const given = proposal.holderOffice !== null && holds(actor, now, [proposal.holderOffice], proposal.path);
  return (given ? null : mayDesk(actor, now, proposal.path)) ?? stageDenial(proposal, 'handling');
}

/** A 公事 or 家事 that was reported done; what a resolution ordered is confirmed there. */
export function mayConfirm(actor: Actor, proposal: ProposalDocument): ErrorCode | null {
  const denial = byAuthor(actor, proposal) ?? stageDenial(proposal, 'done');
  return denial ?? (proposal.route === 'shared' ? 'PROPOSAL_STAGE' : null);
}

/** Why each thing cannot be done by this person now, or null: what the screen shows is what the call answers (SEC-15). */
export function denials(
  actor: Actor,
  now: number,
  proposal: ProposalDocument,
  supported: boolean,
): Record<ProposalAction, ErrorCode | null> {
  return {
    support: maySupport(actor, proposal, supported),
    unsupport: mayUnsupport(actor, proposal, supported),
    revise: mayRevise(actor, proposal),
    appeal: mayAppeal(actor, proposal),
    withdraw: mayWithdraw(actor, proposal),
    triage: mayTriage(actor, now, proposal),
    returnToAuthor: mayReturn(actor, now, proposal),
    decideAppeal: mayDecideAppeal(actor, now, proposal),
    merge: mayMerge(actor, now, proposal),
    closeHandled: mayCloseHandled(actor, now, proposal),
    confirm: mayConfirm(actor, proposal),
    reopen: mayConfirm(actor, proposal),
  };
}
