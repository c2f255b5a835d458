import type { ErrorCode } from '@contract/errors';
import { PAPER_OFFICES } from '@contract/roles';
import { type Actor, belongsTo, holds, type PersonDocument } from '../../kernel/person';
import type { MotionDocument, RollEntryDocument } from '../motions/documents';
import { ballotTime } from '../motions/policy/office';
import { ownPaperDenial } from '../motions/policy/paper';
import { voterIn, voterRefusal } from '../motions/policy/voter';
import type { Grant, ProxyDocument } from './documents';
import { covers, isLive, liveFor, sameName } from './rules/grants';

/** More than a voter gives within a day, also one for each of many votes: what is kept of them stays readable (PROXY-15). */
const GRANTS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether a vote can be cast by proxy at all (PROXY-1): the law knows it for owners, the community's own rules for households. */
export function entrustable(motion: MotionDocument): ErrorCode | null {
  if (motion.bodyKind !== 'owner-groups' && motion.bodyKind !== 'homes') return 'PROXY_BODY';
  // Read by its name: a motion from before there were secret votes has no such field.
  return 'ballot' in motion && motion.ballot === 'secret' ? 'PROXY_SECRET' : null;
}

/** Whether the place's own rules let anybody be entrusted at all (PROXY-14). */
export const forbidden = (maxProxies: number): ErrorCode | null =>
  maxProxies > 0 ? null : 'PROXY_FORBIDDEN';

/** Whether proxies can be given now: from the announcement until the vote closes. */
export function givingTime(motion: MotionDocument, at: number): ErrorCode | null {
  const time = ballotTime(motion, at);
  return time === 'BALLOT_NOT_OPEN' ? null : time;
}

const mayStand = (motion: MotionDocument, person: PersonDocument, entry: RollEntryDocument) =>
  voterRefusal(voterIn(motion, person), entry);

/** What stands in the way of one more proxy of this voter: one that is open, or too many within a day (PROXY-4, PROXY-15). */
export function roomForGrant(
  before: ProxyDocument | null,
  scope: Pick<Grant, 'motionId' | 'meetingId'>,
  at: number,
): ErrorCode | null {
  if (!before) return null;
  if (liveFor(before.grants, scope)) return 'PROXY_GIVEN';
  const today = before.grants.filter(({ givenAt }) => givenAt > at - DAY_MS);
  return today.length < GRANTS ? null : 'PROXY_GIVEN_OFTEN';
}

/** Whether somebody can be entrusted with a voter (PROXY-2): whoever they are, they see the vote and could not cast it anyway. */
export function holderDenial(
  { person, ...actor }: Actor,
  now: number,
  motion: MotionDocument,
  entry: RollEntryDocument,
): ErrorCode | null {
  if (!person || !belongsTo({ ...actor, person }, now, motion.path)) return 'PROXY_OUTSIDE';
  if (mayStand(motion, person, entry) === null) return 'PROXY_SELF';
  return holds({ ...actor, person }, now, ['property-manager'], motion.path) ? 'PROXY_MANAGER' : null;
}

/**
 * Whether whoever gave it may still stand for the voter: what they lost, nobody can do in their name. Who has left would neither hear
 * of a ballot nor take it back (PROXY-7).
 */
export function principalDenial(
  { principalId }: Grant,
  principal: PersonDocument | null,
  motion: MotionDocument,
  entry: RollEntryDocument,
): ErrorCode | null {
  if (principalId === null) return null;
  const here = principal && principal.leftAt === undefined;
  return here && mayStand(motion, principal, entry) === null ? null : 'PROXY_ENDED';
}

/** Whether the actor can take this proxy up (PROXY-2); the limit is asked with the holder's document (PROXY-3). */
export function acceptDenial(
  actor: Actor,
  at: number,
  motion: MotionDocument,
  entry: RollEntryDocument,
  grant: Grant,
): ErrorCode | null {
  if (grant.principalId === actor.personId) return 'PROXY_SELF';
  const denial = holderDenial(actor, at, motion, entry) ?? givingTime(motion, at);
  if (denial) return denial;
  if (grant.state !== 'offered') return 'PROXY_CODE_WRONG';
  return sameName(grant.holderName, actor.person?.name ?? '') ? null : 'PROXY_NAME';
}

/** The proxy under which somebody casts in a vote; null where there is none in force. */
export function heldGrant(
  document: ProxyDocument | null,
  holderId: string,
  motion: MotionDocument,
): Grant | null {
  return (
    document?.grants.find(
      (grant) => grant.state === 'accepted' && grant.holderId === holderId && covers(grant, motion),
    ) ?? null
  );
}

/** A voter on the roll of a vote. */
export interface Standing {
  motion: MotionDocument;
  entry: RollEntryDocument;
}

/** What a roll that was made anew took from a proxy: its voter, whoever gave it, or the need of it. */
export type Lapse = 'voter' | 'principal' | 'holder';

/** Why a proxy ends where its voter stands as in `standing`, the votes that it is for and that are not over (PROXY-13). */
export function lapseOf(
  grant: Grant,
  standing: readonly Standing[],
  principal: PersonDocument | null,
  holder: PersonDocument | null,
): Lapse | null {
  if (standing.length === 0) return 'voter';
  if (standing.every(({ motion, entry }) => principalDenial(grant, principal, motion, entry) !== null))
    return 'principal';
  const own = ({ motion, entry }: Standing) => holder !== null && mayStand(motion, holder, entry) === null;
  return standing.every(own) ? 'holder' : null;
}

/**
 * Whoever gave it takes it back; on paper, and where whoever gave it may not stand for the voter any more, everybody who may
 * (PROXY-6, PROXY-8). `standing` is null where the voter is on no roll any more: then it is theirs who gave it.
 */
export function withdrawDenial(
  person: PersonDocument,
  standing: Standing | null,
  grant: Grant,
  principal: PersonDocument | null,
): ErrorCode | null {
  const ofVoter = standing !== null && mayStand(standing.motion, person, standing.entry) === null;
  const left =
    standing !== null && principalDenial(grant, principal, standing.motion, standing.entry) !== null;
  const open = grant.principalId === null || left;
  if (grant.principalId !== person._id && !(open && ofVoter)) return 'NOT_ALLOWED';
  return isLive(grant) ? null : 'PROXY_ENDED';
}

/** Whether the actor handles proxies on paper in this vote (PROXY-8). */
export function mayHandleProxies(actor: Actor, now: number, motion: MotionDocument): ErrorCode | null {
  if (!holds(actor, now, PAPER_OFFICES, motion.path))
    return belongsTo(actor, now, motion.path) ? 'NOT_ALLOWED' : 'NOT_FOUND';
  return entrustable(motion) ?? givingTime(motion, now);
}

/** Once the voter's people took one on paper back, none is taken from them any more (as PAP-10). */
const objected = (before: ProxyDocument | null) =>
  before?.grants.some(({ channel, state }) => channel === 'paper' && state === 'withdrawn') ?? false;

export function enterDenial(
  actor: Actor,
  at: number,
  {
    motion,
    entry,
    before,
    holderId,
  }: { motion: MotionDocument; entry: RollEntryDocument; before: ProxyDocument | null; holderId: string },
): ErrorCode | null {
  return (
    mayHandleProxies(actor, at, motion) ??
    ownPaperDenial(actor, motion, entry) ??
    (holderId === actor.personId ? 'PROXY_OFFICER' : null) ??
    (objected(before) ? 'PROXY_OBJECTED' : null)
  );
}

/** The second officer is another person than the first, than the voter's people and than the holder (PROXY-8). */
export function confirmDenial(
  actor: Actor,
  at: number,
  motion: MotionDocument,
  entry: RollEntryDocument,
  grant: Grant,
): ErrorCode | null {
  const denial = mayHandleProxies(actor, at, motion) ?? ownPaperDenial(actor, motion, entry);
  if (denial) return denial;
  if (grant.state !== 'entered') return 'PAPER_STAGE';
  if (grant.enteredBy === actor.personId) return 'PAPER_SAME_OFFICER';
  return grant.holderId === actor.personId ? 'PROXY_OFFICER' : null;
}

/** Sent back by another officer, or taken back by the one who entered it. */
export function rejectDenial(
  actor: Actor,
  at: number,
  motion: MotionDocument,
  entry: RollEntryDocument,
  grant: Grant,
): ErrorCode | null {
  if (grant.enteredBy !== actor.personId) return confirmDenial(actor, at, motion, entry, grant);
  return mayHandleProxies(actor, at, motion) ?? (grant.state === 'entered' ? null : 'PAPER_STAGE');
}
