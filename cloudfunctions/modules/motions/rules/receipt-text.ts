/** What a commitment binds (docs/verify.md); hex in lower case. */
export interface Committed {
  motionId: string;
  rollHash: string;
  pseudonym: string;
  revision: number;
  choice: string;
  /** 32 random bytes: without them a guess of the choice cannot be tested (BAL-16). */
  salt: string;
}

/** What a receipt says of a ballot. */
export interface Receipted {
  motionId: string;
  pseudonym: string;
  commitment: string;
  revision: number;
  castAt: number;
}

export interface Signing {
  keyId: string;
  publicKey: string;
  signature: string;
}

const FORMAT = 'yard-receipt-1';

const lines = (...all: readonly string[]) => all.map((line) => `${line}\n`).join('');

/** The text that is hashed. No value has a space or a line feed, so that two ballots never share a text (BAL-14). */
export function commitmentText({ motionId, rollHash, pseudonym, revision, choice, salt }: Committed): string {
  return lines(
    'yard-commitment-1',
    `motion ${motionId}`,
    `roll ${rollHash}`,
    `voter ${pseudonym}`,
    `revision ${revision}`,
    `choice ${choice}`,
    `salt ${salt}`,
  );
}

/** The text that is signed (BAL-15). */
export function receiptText({ motionId, pseudonym, commitment, revision, castAt }: Receipted): string {
  return lines(
    FORMAT,
    `motion ${motionId}`,
    `voter ${pseudonym}`,
    `commitment ${commitment}`,
    `revision ${revision}`,
    `at ${castAt}`,
  );
}

/** The receipt as its voter keeps it: one line of JSON, its fields in this order. */
export function receiptLine(said: Receipted, { keyId, publicKey, signature }: Signing): string {
  const { motionId: motion, pseudonym: voter, commitment, revision, castAt: at } = said;
  return JSON.stringify({
    format: FORMAT,
    motion,
    voter,
    commitment,
    revision,
    at,
    keyId,
    publicKey,
    signature,
  });
}
