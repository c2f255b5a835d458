import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Choice } from '@contract/decision';
import { keyIdOf, secretFor, signed } from '../../kernel/signing';
import type { BallotDocument, BallotProof } from './documents';
import { commitmentText, receiptLine, receiptText } from './rules/receipt-text';

const SALT_BYTES = 32;

const sha256 = (data: string) => createHash('sha256').update(data).digest('hex');

/** One revision of a ballot, about to be written. */
export interface Revision {
  motionId: string;
  rollHash: string;
  pseudonym: string;
  revision: number;
  choice: Choice;
  castAt: number;
  /** The newest seal of the audit log; '0 -' where there is none (BAL-22). */
  audit: string;
}

/** Pseudonyms of one motion, its key derived once for thousands of voters. */
export function pseudonymsIn(motionId: string): (entryId: string) => string {
  const key = secretFor('yard pseudonym 1', motionId);
  return (entryId) => createHmac('sha256', key).update(entryId).digest('hex');
}

/** The voter under a name of this motion alone: who lacks the key learns neither who it is nor who it is elsewhere (BAL-17). */
export const pseudonymOf = (motionId: string, entryId: string): string => pseudonymsIn(motionId)(entryId);

/** Commits to one revision under a fresh salt and signs its receipt (BAL-14, BAL-15, BAL-22); docs/verify.md says how. */
export function prove(made: Revision): BallotProof {
  const { pseudonym, audit } = made;
  const salt = randomBytes(SALT_BYTES).toString('hex');
  const commitment = sha256(commitmentText({ ...made, salt }));
  return { pseudonym, salt, commitment, audit, ...signed(receiptText({ ...made, commitment })) };
}

/**
 * The signed receipt of a ballot as it was written, without asking the key again: the same whenever it is asked for (BAL-18).
 * Null for a ballot from before there were signatures (BAL-19).
 */
export function signedReceipt({
  motionId,
  revision,
  castAt,
  proof,
}: Pick<BallotDocument, 'motionId' | 'revision' | 'castAt' | 'proof'>): string | null {
  if (!proof) return null;
  return receiptLine({ motionId, revision, castAt, ...proof }, { keyId: keyIdOf(proof.publicKey), ...proof });
}
