import type { Choice } from '@contract/decision';
import { idOf } from '../../kernel/ids';
import type { BallotDocument, MotionDocument, RollEntryDocument } from './documents';
import { ballots } from './repository';

/** What a ballot is cast on. */
export interface BallotPaper {
  motion: MotionDocument;
  entry: RollEntryDocument;
  castBy: string;
  checkedIn: boolean;
}

interface Marked {
  choice: Choice;
  clientId: string;
}

const RECEIPT_LENGTH = 12;
/** More than anybody changes their mind, and few enough that nobody can make a ballot grow without end. */
const CHANGES = 30;
const CHANGES_MS = 10 * 60 * 1000;

/** Short enough to be read out; made of the revision, so that each has its own (BAL-7). */
function receiptOf(ballotId: string, revision: number, clientId: string): string {
  return idOf('receipt', ballotId, String(revision), clientId).slice(0, RECEIPT_LENGTH).toUpperCase();
}

export function firstBallot(
  { motion, entry, castBy }: BallotPaper,
  { choice, clientId }: Marked,
  castAt: number,
): BallotDocument {
  const _id = ballots.idOf(motion._id, entry._id);
  return {
    _id,
    motionId: motion._id,
    entryId: entry._id,
    choice,
    area: entry.area,
    castBy,
    revision: 1,
    receipt: receiptOf(_id, 1, clientId),
    castAt,
    history: [],
    clientId,
  };
}

/** The fields that the next revision writes over the standing ballot. */
export function nextBallot(standing: BallotDocument, { choice, clientId }: Marked, castAt: number) {
  const revision = standing.revision + 1;
  return { choice, clientId, castAt, revision, receipt: receiptOf(standing._id, revision, clientId) };
}

/** A ballot limits its own changes: a counter of its own would be one request more for everybody (BAL-12). */
export function tooManyChanges(standing: BallotDocument, now: number): boolean {
  const made = [...standing.history, standing].filter(({ castAt }) => castAt > now - CHANGES_MS);
  return made.length >= CHANGES;
}
