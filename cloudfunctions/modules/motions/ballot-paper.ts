import type { Choice } from '@contract/decision';
import { type Revision, prove, pseudonymOf } from './ballot-proof';
import type { BallotDocument, BallotProxy, MotionDocument, RollEntryDocument } from './documents';
import { type BallotChange, ballots, revisionOf } from './repository';
import type { Channel } from './rules/seal-text';

/** What a ballot is cast on. */
export interface BallotPaper {
  motion: MotionDocument;
  rollHash: string;
  entry: RollEntryDocument;
  castBy: string;
  checkedIn: boolean;
  /** The newest seal of the audit log, which the receipt names (BAL-22). */
  audit: string;
}

interface Marked {
  choice: Choice;
  clientId: string;
}

export interface NextRevision extends Marked {
  channel: Channel;
  castBy: string | null;
  /** The revision that its phone named; left out where nobody names one. */
  replaces?: number;
  /** The newest seal of the audit log when it is taken (BAL-22). */
  audit: string;
  /** Set where somebody entrusted casts it. */
  proxy?: BallotProxy;
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
  { motion, rollHash, entry }: Pick<BallotPaper, 'motion' | 'rollHash' | 'entry'>,
  { choice, clientId, channel, castBy, proxy, audit }: NextRevision,
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
    ...proven({ motionId, rollHash, pseudonym, revision: 1, choice, castAt, audit }),
    history: [],
    clientId,
    ...(channel === 'phone' ? {} : { channel }),
    ...(proxy && { proxy }),
  };
}

/** The fields that the next revision writes over the standing ballot. */
export function nextBallot(
  standing: BallotDocument,
  rollHash: string,
  { choice, clientId, channel, castBy, replaces = standing.revision, proxy, audit }: NextRevision,
  castAt: number,
): BallotChange {
  const { motionId, entryId } = standing;
  const revision = standing.revision + 1;
  // Kept from the first on: after a change of the key one voter must not look like two (BAL-17).
  const pseudonym = standing.proof?.pseudonym ?? pseudonymOf(motionId, entryId);
  const made = { motionId, rollHash, pseudonym, revision, choice, castAt, audit };
  // Only of a ballot that went over papers: what the phone named is not the revision before (PAP-9).
  const named = replaces === standing.revision ? {} : { named: replaces };
  const byProxy = proxy ? { proxy } : {};
  return { choice, clientId, castAt, castBy, channel, revision, ...proven(made), ...named, ...byProxy };
}

/** The ballot after a change; what it was goes into its history. */
export function changedBallot(standing: BallotDocument, next: BallotChange): BallotDocument {
  const { _id, motionId, entryId, area, history } = standing;
  return { _id, motionId, entryId, area, ...next, history: [...history, revisionOf(standing)] };
}

/**
 * A ballot limits its own changes: a counter of its own would be one request more for everybody (BAL-12). What a holder casts uses up
 * nothing of what the voter's own hand may still change (PROXY-5).
 */
export function tooManyChanges(standing: BallotDocument, now: number, byProxy = false): boolean {
  const made = [...standing.history, standing].filter(
    ({ castAt, proxy }) => castAt > now - CHANGES_MS && (proxy !== undefined) === byProxy,
  );
  return made.length >= CHANGES;
}
