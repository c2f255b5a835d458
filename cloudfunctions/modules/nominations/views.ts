import type { Candidate, NominationView, RoundDetail, RoundSummary } from '@contract/nominations';
import type { Actor } from '../../kernel/person';
import type { NominationDocument } from './documents';
import * as policy from './policy';
import { chosenBy, phaseOf } from './rules';

function phase({ round, motion }: policy.Case, now: number) {
  const running = policy.runningVote(motion);
  const vote = !running ? 'none' : running.resolutionId === null ? 'running' : 'published';
  return phaseOf({ closesAt: round.closesAt, vote }, now);
}

export function summaryView(one: policy.Case, now: number): RoundSummary {
  const { _id: id, title, placeName, closesAt, candidateIds } = one.round;
  return { id, title, placeName, closesAt, phase: phase(one, now), candidates: candidateIds.length };
}

/** Without who nominated: the reasons speak for themselves. */
function candidateView({ _id: id, name, where, reasons, left }: NominationDocument): Candidate {
  return {
    id,
    name,
    where,
    left: left === true,
    reasons: reasons.map(({ text, photos }) => ({ text, photos })),
  };
}

export function nominationView(
  actor: Actor,
  now: number,
  one: policy.Case,
  nomination: NominationDocument,
): NominationView {
  const { minor, state, code, consent, reason, nominatorId } = nomination;
  const office = policy.mayOpen(actor, now, one.round.path) === null;
  return {
    ...candidateView(nomination),
    minor,
    state,
    code: nominatorId === actor.personId ? code : null,
    consent: consent && {
      by: consent.by,
      // From which home they are is for whoever checks it (SEC-9).
      home: office ? consent.home : null,
      guardian: consent.guardian,
      onPaper: consent.personId === null,
      photos: office ? consent.photos : [],
      at: consent.at,
    },
    reason,
    can: {
      check: policy.mayCheck(actor, now, one, nomination),
      recordConsent: policy.mayRecordConsent(actor, now, one, nomination),
      withdraw: policy.mayWithdraw(actor, now, one, nomination),
    },
  };
}

/** Who was chosen, once the result is published: by the motion's own count (NOM-6). */
function resultOf({ round, motion }: policy.Case): RoundDetail['result'] {
  if (!motion?.verdict || motion.resolutionId === null || !motion.nomination) return null;
  const { nominees } = motion.nomination;
  const { passed, cast } = motion.verdict;
  const ids = (options: readonly number[]) => options.flatMap((option) => nominees[option - 1] ?? []);
  if (motion.worth !== 'opinion') {
    const option = /^option:(\d+)$/.exec(passed ?? '')?.[1];
    return { chosen: option ? ids([Number(option)]) : [], level: [] };
  }
  const { chosen, level } = chosenBy(cast, round.seats);
  return { chosen: ids(chosen), level: ids(level) };
}

/** The order in which the office accepted them; while there is a vote, those whom it is about. */
function nomineesOf(one: policy.Case, all: readonly NominationDocument[]): Candidate[] {
  const byId = new Map(all.map((nomination) => [nomination._id, nomination]));
  return one.round.candidateIds.flatMap((id) => {
    const nomination = byId.get(id);
    // Whoever stepped back a moment ago is shown no more (NOM-5).
    return nomination?.state === 'candidate' ? [candidateView(nomination)] : [];
  });
}

export function roundView(
  actor: Actor,
  now: number,
  one: policy.Case,
  all: readonly NominationDocument[],
): Omit<RoundDetail, 'waitingMore'> {
  const { round, motion } = one;
  const own = ({ nominatorId, consent }: NominationDocument) =>
    nominatorId === actor.personId || consent?.personId === actor.personId;
  const office = policy.mayOpen(actor, now, round.path) === null;
  // A nominee whom everybody sees is no more waited for, but whoever agreed on paper withdraws through the office.
  const waits = ({ state, consent }: NominationDocument) =>
    state !== 'candidate' || consent?.personId === null;
  const view = (nomination: NominationDocument) => nominationView(actor, now, one, nomination);
  return {
    ...summaryView(one, now),
    placeId: round.placeId,
    purpose: round.purpose,
    seats: round.seats,
    nominees: nomineesOf(one, all),
    mine: all.filter(own).map(view),
    waiting: office ? all.filter((nomination) => !own(nomination) && waits(nomination)).map(view) : [],
    motionId: policy.runningVote(motion)?._id ?? null,
    result: resultOf(one),
    revision: round.revision,
    can: { nominate: policy.mayNominate(now, one), draftVote: policy.mayDraftVote(actor, now, one) },
  };
}
