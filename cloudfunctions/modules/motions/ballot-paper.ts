import type { Choice } from '@contract/decision';
import { type Revision, prove, pseudonymOf } from './ballot-proof';
import type { BallotDocument, MotionDocument, RollEntryDocument } from './documents';
import { ballots } from './repository';

/** What a ballot is cast on. */
export interface BallotPaper {
  motion: MotionDocument;
  rollHash: string;
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

/**
 * A revision with its proof and a code short enough to be read out (BAL-7): the beginning of the commitment, so that whoever
 * noted only the code finds it in what is published.
 */
function proven(made: Revision) {
  const proof = prove(made);
  return { proof, receipt: proof.commitment.slice(0, RECEIPT_LENGTH).toUpperCase() };
}

export function firstBallot(
  { motion, rollHash, entry, castBy }: BallotPaper,
  { choice, clientId }: Marked,
  castAt: number,
): BallotDocument {
  const motionId = motion._id;
  const entryId = entry._id;
  const pseudonym = pseudonymOf(motionId, entryId);
  return {
    _id: ballots.idOf(motionId, entryId),
    motionId,
    entryId,
    choice,
    area: entry.area,
    castBy,
    revision: 1,
    castAt,
    ...proven({ motionId, rollHash, pseudonym, revision: 1, choice, castAt }),
    history: [],
    clientId,
  };
}

/** The fields that the next revision writes over the standing ballot. */
export function nextBallot(
  standing: BallotDocument,
  rollHash: string,
  { choice, clientId }: Marked,
  castAt: number,
) {
  const { motionId, entryId } = standing;
  const revision = standing.revision + 1;
  // Kept from the first on: after a change of the key one voter must not look like two (BAL-17).
  const pseudonym = standing.proof?.pseudonym ?? pseudonymOf(motionId, entryId);
  const made = { motionId, rollHash, pseudonym, revision, choice, castAt };
  return { choice, clientId, castAt, revision, ...proven(made) };
}

/** A ballot limits its own changes: a counter of its own would be one request more for everybody (BAL-12). */
export function tooManyChanges(standing: BallotDocument, now: number): boolean {
  const made = [...standing.history, standing].filter(({ castAt }) => castAt > now - CHANGES_MS);
  return made.length >= CHANGES;
}
