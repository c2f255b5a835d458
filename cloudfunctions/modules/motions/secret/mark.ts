import { createHash, randomBytes } from 'node:crypto';
import { keyIdOf, signed } from '../../../kernel/signing';
import { pseudonymOf } from '../ballot-proof';
import type { MotionDocument, RollEntryDocument } from '../documents';
import { marks } from '../repository';
import { receiptLine, receiptText } from '../rules/receipt-text';
import { markText } from '../rules/secret-text';
import type { BallotMarkDocument } from './documents';

const SALT_BYTES = 32;
const RECEIPT_LENGTH = 12;

export interface Marking extends Pick<BallotMarkDocument, 'channel' | 'castBy' | 'castAt' | 'clientId'> {
  motion: MotionDocument;
  rollHash: string;
  entry: RollEntryDocument;
  helper: string | null;
  /** The newest seal of the audit log (BAL-22). */
  audit: string;
}

/** That a voter votes, committed to under a fresh salt and signed: the choice is not known here (SECRET-9). */
export function markOf(marking: Marking): BallotMarkDocument {
  const { motion, rollHash, entry, channel, castBy, castAt, clientId, helper, audit } = marking;
  const motionId = motion._id;
  const pseudonym = pseudonymOf(motionId, entry._id);
  const salt = randomBytes(SALT_BYTES).toString('hex');
  const text = markText({ motionId, rollHash, pseudonym, salt });
  const commitment = createHash('sha256').update(text).digest('hex');
  const proof = { pseudonym, salt, commitment, audit };
  const said = receiptText({ motionId, pseudonym, commitment, revision: 1, castAt, audit });
  return {
    _id: marks.idOf(motionId, entry._id),
    ...{ motionId, entryId: entry._id, channel, castBy, castAt, clientId, helper },
    proof: { ...proof, ...signed(said) },
  };
}

/** The receipt as it was signed, the same whenever it is asked for. */
export function markReceipt({ motionId, castAt, proof }: BallotMarkDocument): string {
  return receiptLine(
    { motionId, revision: 1, castAt, ...proof },
    { keyId: keyIdOf(proof.publicKey), ...proof },
  );
}

export const receiptCode = ({ proof }: BallotMarkDocument): string =>
  proof.commitment.slice(0, RECEIPT_LENGTH).toUpperCase();
