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
  /** The head of the audit chain (`auditWords`); missing in receipts from before they carried it (BAL-22). */
  audit?: string;
}

export interface Signing {
  keyId: string;
  publicKey: string;
  signature: string;
}

const PLAIN = 'yard-receipt-1';
const ANCHORED = 'yard-receipt-2';

const formatOf = ({ audit }: Pick<Receipted, 'audit'>) => (audit === undefined ? PLAIN : ANCHORED);

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

/** The newest seal of the audit log as receipts and headers name it: '7 <hash>', and '0 -' before the first. */
export const auditWords = (head: { number: number; hash: string } | null): string =>
  head ? `${head.number} ${head.hash}` : '0 -';

/** The text that is signed (BAL-15, BAL-22). */
export function receiptText(said: Receipted): string {
  const { motionId, pseudonym, commitment, revision, castAt, audit } = said;
  return lines(
    formatOf(said),
    `motion ${motionId}`,
    `voter ${pseudonym}`,
    `commitment ${commitment}`,
    `revision ${revision}`,
    `at ${castAt}`,
    ...(audit === undefined ? [] : [`audit ${audit}`]),
  );
}

/** The receipt as its voter keeps it: one line of JSON, its fields in this order. */
export function receiptLine(said: Receipted, { keyId, publicKey, signature }: Signing): string {
  const { motionId: motion, pseudonym: voter, commitment, revision, castAt: at, audit } = said;
  return JSON.stringify({
    format: formatOf(said),
    motion,
    voter,
    commitment,
    revision,
    at,
    ...(audit !== undefined && { audit }),
    keyId,
    publicKey,
    signature,
  });
}
