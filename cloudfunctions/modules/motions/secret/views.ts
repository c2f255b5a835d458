import type { MyMark, SecretReceipt } from '@contract/secret-ballots';
import type { MotionDocument, RollEntryDocument } from '../documents';
import { countingBeginsAt, settledAt } from '../rules/clock';
import type { BallotMarkDocument } from './documents';
import { markReceipt, receiptCode } from './mark';
import { markWords } from './words';

/** What a voter's people see of their mark; what was chosen is known to nobody here. */
export function markView(mark: BallotMarkDocument, personId: string): MyMark {
  const { channel, castAt } = mark;
  const mine = channel === 'phone' && mark.castBy === personId;
  return { receipt: receiptCode(mark), castAt, channel, mine, words: markWords(channel) };
}

/** The answer to a secret ballot: the same for the first call and for every later one (SECRET-5). */
export function secretReceiptView(
  motion: MotionDocument,
  entry: RollEntryDocument,
  mark: BallotMarkDocument,
  personId: string,
): SecretReceipt {
  const { _id: motionId, title: motionTitle, placeName, closesAt } = motion;
  return {
    ...markView(mark, personId),
    ...{ motionId, motionTitle, placeName, closesAt, voterLabel: entry.label },
    signed: markReceipt(mark),
    resultAt: countingBeginsAt(settledAt(motion)),
  };
}
