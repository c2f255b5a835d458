import type { ChallengeView } from '@contract/rolls';
import type { ErrorCode } from '@contract/errors';
import type { ChallengeDocument } from './documents';
import { OUTCOME_WORDS } from './words';

/** For whoever raised it, and for the offices that answer it. */
export function challengeView(challenge: ChallengeDocument, answer: ErrorCode | null): ChallengeView {
  const { _id: id, personName: by, homeLabel, text, raisedAt, inTime, revision } = challenge;
  const given = challenge.answer;
  return {
    id,
    by,
    homeLabel,
    text,
    raisedAt,
    inTime,
    answer: given && {
      outcome: given.outcome,
      outcomeWords: OUTCOME_WORDS[given.outcome],
      reason: given.reason,
      at: given.at,
    },
    earlier: challenge.earlier.map((round) => ({
      text: round.text,
      raisedAt: round.raisedAt,
      outcomeWords: OUTCOME_WORDS[round.answer.outcome],
      reason: round.answer.reason,
    })),
    revision,
    can: { answer },
  };
}
