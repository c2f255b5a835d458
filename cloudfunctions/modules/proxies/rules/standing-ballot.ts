import type { ErrorCode } from '@contract/errors';
import type { BallotDocument, MotionDocument } from '../../motions/documents';
import { phoneCounts } from '../../motions/rules/precedence';
import type { Grant } from '../documents';

const isPhone = ({ channel = 'phone' }: Pick<BallotDocument, 'channel'>) => channel === 'phone';

/** Whether the voter's people have cast by their own hand on the phone: then nobody casts for them any more (PROXY-5). */
export function castThemselves(ballot: BallotDocument | null): boolean {
  return ballot !== null && [...ballot.history, ballot].some((one) => isPhone(one) && !one.proxy);
}

/**
 * Whether the holder's ballot may be written over what stands: never over the voter's own, nor over what another of the voter's people
 * had cast, which they could not go over themselves (BAL-9); over a paper as the motion says (PAP-8).
 */
export function overDenial(
  motion: MotionDocument,
  { principalId }: Pick<Grant, 'principalId'>,
  standing: BallotDocument | null,
  at: number,
): ErrorCode | null {
  if (castThemselves(standing)) return 'PROXY_OVERRIDDEN';
  if (!standing || standing.setAside) return null;
  if (principalId !== null && standing.castBy !== null && standing.castBy !== principalId)
    return 'PROXY_OTHER_VOTED';
  if (isPhone(standing) || !motion.paper) return null;
  return phoneCounts(motion.paper.precedence, standing, at) ? null : 'PAPER_STANDS';
}

/**
 * Whether somebody entrusts another in vain: what the holder could not go over stands already, the voter's own ballot, a paper that
 * came first, or what another of the voter's people has had cast (PROXY-6, PROXY-16). Whoever may change it does so themselves.
 */
export function offerInVain(
  motion: MotionDocument,
  personId: string,
  standing: BallotDocument | null,
  at: number,
): ErrorCode | null {
  const denial = overDenial(motion, { principalId: personId }, standing, at);
  if (denial !== 'PROXY_OVERRIDDEN' || !standing) return denial;
  const { castBy, setAside } = standing;
  return castBy === null || castBy === personId || setAside ? 'PROXY_OWN_BALLOT' : 'PROXY_OTHER_VOTED';
}

/** Whether nobody could cast under a proxy any more; one for the whole meeting is for its other votes too (PROXY-16). */
export function heldInVain(
  motion: MotionDocument,
  grant: Pick<Grant, 'meetingId' | 'principalId'>,
  standing: BallotDocument | null,
  at: number,
): ErrorCode | null {
  return grant.meetingId === null ? overDenial(motion, grant, standing, at) : null;
}
