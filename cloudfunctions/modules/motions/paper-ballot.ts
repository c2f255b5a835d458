import type { Transaction } from '../../kernel/database';
import { changedBallot, firstBallot, nextBallot } from './ballot-paper';
import type { BallotDocument, MotionDocument, PaperDocument, RollEntryDocument } from './documents';
import { objectionMark, paperMark } from './paper-words';
import { ballots } from './repository';
import { paperCounts } from './rules/precedence';

export interface PaperCase {
  motion: MotionDocument;
  rollHash: string;
  entry: RollEntryDocument;
  /** The newest seal of the audit log, for a receipt that is made here (BAL-22). */
  audit: string;
}

/**
 * Writes a checked paper as its voter's ballot in the paper's own transaction, where it counts (PAP-7, PAP-8); null where the
 * ballot that stands counts instead. A ballot on the phone that comes at the same moment meets it here: the transaction is run again.
 */
export async function writePaper(
  transaction: Transaction,
  { motion, rollHash, entry, audit }: PaperCase,
  paper: PaperDocument,
): Promise<BallotDocument | null> {
  const { choice, channel, registeredAt } = paper;
  const mark = { choice, channel, clientId: paperMark(paper), castBy: null, audit };
  const standing = await ballots.byId(transaction, ballots.idOf(motion._id, entry._id));
  if (!standing) {
    const first = firstBallot({ motion, rollHash, entry }, mark, registeredAt);
    await ballots.insert(transaction, first);
    return first;
  }
  const precedence = motion.paper?.precedence ?? 'first';
  if (!paperCounts(precedence, registeredAt, [...standing.history, standing])) return null;
  const changed = changedBallot(standing, nextBallot(standing, rollHash, mark, registeredAt));
  await ballots.put(transaction, changed);
  return changed;
}

/**
 * Takes a voter's paper out of the count: the ballot on the phone that it replaced stands again, with its own time, or there is
 * none and the voter may cast one (PAP-10). The paper then stays under its number and counts nowhere: the next ballot has the next
 * number, and the paper's receipt is answered. A ballot on the phone that went over the paper stays as it is.
 */
export async function setPaperAside(
  transaction: Transaction,
  { motion, rollHash, entry, audit }: PaperCase,
  paper: PaperDocument,
): Promise<void> {
  const standing = await ballots.byId(transaction, ballots.idOf(motion._id, entry._id));
  if (!standing || (standing.channel ?? 'phone') === 'phone') return;
  const before = standing.history.filter(({ channel = 'phone' }) => channel === 'phone').at(-1);
  if (!before) {
    await ballots.put(transaction, { ...standing, setAside: true });
    return;
  }
  const { choice, castAt, castBy = null, proxy } = before;
  const mark = { choice, channel: 'phone' as const, clientId: objectionMark(paper), castBy, proxy, audit };
  await ballots.put(transaction, changedBallot(standing, nextBallot(standing, rollHash, mark, castAt)));
}
