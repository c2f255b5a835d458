import type { AgendaItemView } from '@contract/meetings';
import type { BallotAnswer, MotionSummary, MotionTerms, MyPart, Receipt, RollView } from '@contract/motions';
import { signedReceipt } from './ballot-proof';
import type { BallotDocument, MotionDocument } from './documents';
import { phaseOf } from './policy/phase';
import { channelWords } from './paper-words';
import { countingBeginsAt, settledAt } from './rules/clock';
import { WHO_SEES } from './secret/words';
import { HEAD_WORDS, labelOf, worthView } from './words';

/** One line of a meeting's agenda. */
export function motionLine(motion: MotionDocument, now: number): AgendaItemView['motions'][number] {
  const { _id: id, title, worth, closesAt } = motion;
  return { id, title, worth, closesAt, phase: phaseOf(motion, now) };
}

export function summaryView(motion: MotionDocument, now: number, mine: MyPart): MotionSummary {
  const { _id: id, title, placeName, body, opensAt, closesAt, meetingId, proposalId, verdict } = motion;
  return {
    id,
    title,
    placeName,
    body,
    worth: worthView(motion.worth),
    phase: phaseOf(motion, now),
    opensAt,
    closesAt,
    resultAt: countingBeginsAt(settledAt(motion)),
    outcome: verdict?.outcome ?? null,
    mine,
    meetingId,
    proposalId,
  };
}

/** The receipt of the voter's ballot; it goes to nobody who may not stand for them (BAL-13). */
export function receiptView(motion: MotionDocument, ballot: BallotDocument): Receipt {
  const { receipt, choice, revision, castAt, channel = 'phone' } = ballot;
  const what = { receipt, choice, choiceLabel: labelOf(choice, motion), revision, castAt };
  return { ...what, channel, channelWords: channelWords(motion, ballot) };
}

/** The same with what its voter keeps to prove it (BAL-15). */
export function answerView(motion: MotionDocument, ballot: BallotDocument, applied: boolean): BallotAnswer {
  const { closesAt } = motion;
  const times = { closesAt, resultAt: countingBeginsAt(settledAt(motion)) };
  return { ...receiptView(motion, ballot), signed: signedReceipt(ballot), applied, ...times };
}

export function rollView({ roll, bodyKind }: MotionDocument): RollView | null {
  if (!roll) return null;
  const { heads, area, frozenAt, hash } = roll;
  return { heads, area, frozenAt, hash, headWords: HEAD_WORDS[bodyKind] };
}

export function termsView(motion: MotionDocument): MotionTerms {
  const { placeId, subject, membership, base, turnout, options, interim } = motion;
  const { applicantHomeId, provenHomeIds, agendaItemId, paper = null, ballot = 'named' } = motion;
  const { extension = null } = motion;
  const chosen = { placeId, subject, membership, base, turnout, options, interim };
  return { ...chosen, applicantHomeId, provenHomeIds, agendaItemId, paper, ballot, extension };
}

/** Whether it is secret, and then who can see what (SECRET-11). */
export function ballotView({ ballot = 'named' }: MotionDocument) {
  return { ballot, secretWords: ballot === 'secret' ? [...WHO_SEES] : [] };
}
