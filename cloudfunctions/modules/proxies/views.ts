import type { EndedProxy, GivenProxy, HeldCast, HeldVote, ProxyPaperRow } from '@contract/proxies';
import type { Context } from '../../kernel/context';
import type { PersonDocument } from '../../kernel/person';
import type {
  BallotDocument,
  BallotRevisionDocument,
  MotionDocument,
  RollEntryDocument,
} from '../motions/documents';
import { ballotTime } from '../motions/policy/office';
import { phaseOf } from '../motions/policy/phase';
import { choicesOf, labelOf } from '../motions/words';
import { slipCode } from './codes';
import type { Grant, ProxyDocument } from './documents';
import { confirmDenial, rejectDenial, type Standing, withdrawDenial } from './policy';
import { castThemselves, heldInVain, overDenial } from './rules/standing-ballot';
import { stateWords } from './words';

/** A proxy for those who may stand for the voter; the code for whoever gave it, until it is used. */
export function givenView(
  person: PersonDocument,
  standing: Standing | null,
  document: ProxyDocument,
  grant: Grant,
  principal: PersonDocument | null,
): GivenProxy {
  const { number, state, channel, holderName, meetingId, photos, enteredByName, givenAt, endedAt, reason } =
    grant;
  const shows = state === 'offered' && grant.principalId === person._id;
  return {
    ...{
      proxyId: document._id,
      number,
      state,
      channel,
      holderName,
      photos,
      enteredByName,
      givenAt,
      endedAt,
      reason,
    },
    stateWords: stateWords(state),
    wholeMeeting: meetingId !== null,
    code: shows ? slipCode(document._id, number) : null,
    can: { withdraw: withdrawDenial(person, standing, grant, principal) },
  };
}

/** The last ballot that this holder cast for the voter, whatever stands over it by now (BAL-13). */
export function lastCastBy(
  ballot: BallotDocument | null,
  holderId: string,
): BallotRevisionDocument | BallotDocument | null {
  if (!ballot) return null;
  const cast = [...ballot.history, ballot].filter(({ proxy }) => proxy?.holderId === holderId);
  return cast.at(-1) ?? null;
}

function castView(motion: MotionDocument, ballot: BallotDocument | null, holderId: string): HeldCast | null {
  const last = lastCastBy(ballot, holderId);
  if (!last || !ballot) return null;
  const { choice, revision, castAt } = last;
  const stands = !castThemselves(ballot) && ballot.proxy?.holderId === holderId;
  return { choice, choiceLabel: labelOf(choice, motion), revision, castAt, stands };
}

/** One voter's ballot in one vote, for whoever holds it. */
export function heldView(
  { actor, now }: Context,
  { motion, entry }: { motion: MotionDocument; entry: RollEntryDocument },
  document: ProxyDocument,
  grant: Grant,
  ballot: BallotDocument | null,
): HeldVote {
  return {
    ...{ proxyId: document._id, number: grant.number, motionId: motion._id, motionTitle: motion.title },
    ...{ placeName: motion.placeName, entryId: entry._id, voterLabel: entry.label },
    ...{ principalName: grant.principalName, wholeMeeting: grant.meetingId !== null },
    ...{ phase: phaseOf(motion, now), opensAt: motion.opensAt, closesAt: motion.closesAt },
    choices: choicesOf(motion),
    cast: castView(motion, ballot, actor.personId),
    can: { cast: ballotTime(motion, now) ?? overDenial(motion, grant, ballot, now), giveBack: null },
  };
}

/** A proxy that its holder need not think of any more, with the reason (PROXY-13). */
export function endedView(
  motion: MotionDocument,
  { _id: proxyId, label: voterLabel }: ProxyDocument,
  { number, principalName, reason, endedAt }: Grant,
): EndedProxy {
  return {
    ...{ proxyId, number, motionId: motion._id, motionTitle: motion.title, voterLabel, principalName },
    ...{ reason: reason ?? '', endedAt: endedAt ?? 0 },
  };
}

/** A proxy on paper for an officer: the photo for whoever entered it or has to read it, until it is done. */
export function paperRow(
  { actor, now }: Context,
  motion: MotionDocument,
  entry: RollEntryDocument,
  document: ProxyDocument,
  grant: Grant,
  standing: BallotDocument | null,
): ProxyPaperRow {
  const { number, state, enteredByName, givenAt, photos } = grant;
  const mine = grant.enteredBy === actor.personId;
  const confirm = confirmDenial(actor, now, motion, entry, grant);
  return {
    ...{
      proxyId: document._id,
      number,
      motionId: motion._id,
      entryId: entry._id,
      label: entry.label,
      state,
      mine,
    },
    stateWords: stateWords(state),
    enteredByName: enteredByName ?? '',
    enteredAt: givenAt,
    photos: confirm === null || (mine && state === 'entered') ? photos : [],
    can: {
      confirm: confirm ?? heldInVain(motion, grant, standing, now),
      reject: rejectDenial(actor, now, motion, entry, grant),
    },
  };
}
