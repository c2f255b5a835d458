import { createHash, createPublicKey, verify } from 'node:crypto';
import { FORMAT, type Receipt } from './receipt';

/** What stands before an Ed25519 public key in a SubjectPublicKeyInfo (RFC 8410). */
const SPKI_HEAD = '302a300506032b6570032100';

/** The text that was signed, from the receipt's own fields (docs/verify.md). */
export function signedText({ motion, voter, commitment, revision, at }: Receipt): string {
  return [
    FORMAT,
    `motion ${motion}`,
    `voter ${voter}`,
    `commitment ${commitment}`,
    `revision ${revision}`,
    `at ${at}`,
    '',
  ].join('\n');
}

/** The short name of a public key in hex. */
export function keyIdOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'hex')).digest('hex').slice(0, 16);
}

/** Whether a public key in hex signed a text; false also for 32 bytes that are no key. */
export function signedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({
      key: Buffer.from(SPKI_HEAD + publicKey, 'hex'),
      format: 'der',
      type: 'spki',
    });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
}

/** Whether the receipt's key signed the receipt's text. */
export const signatureHolds = (receipt: Receipt): boolean =>
  signedBy(receipt.publicKey, signedText(receipt), receipt.signature);
