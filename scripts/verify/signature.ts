import { createHash, createPublicKey, verify } from 'node:crypto';
import type { Receipt } from './receipt';

/** What stands before an Ed25519 public key in a SubjectPublicKeyInfo (RFC 8410). */
const SPKI_HEAD = '302a300506032b6570032100';

/** The text that was signed, from the receipt's own fields (docs/verify.md). */
export function signedText({ format, motion, voter, commitment, revision, at, audit }: Receipt): string {
  return [
    format,
    `motion ${motion}`,
    `voter ${voter}`,
    `commitment ${commitment}`,
    `revision ${revision}`,
    `at ${at}`,
    ...(audit === undefined ? [] : [`audit ${audit}`]),
    '',
  ].join('\n');
}

/** The short name of a public key in hex. */
export function keyIdOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'hex')).digest('hex').slice(0, 16);
}

/** Keys of small order, the sign cleared: under them some signature holds for every text (docs/verify.md). */
const SMALL_ORDER = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);
const SIGN = 0x80;
const FIELD = 2n ** 255n - 19n;

/** Whether 32 bytes are the one encoding of a point, and not of one under which anything is signed. */
function isUsableKey(publicKey: string): boolean {
  const bytes = Buffer.from(publicKey, 'hex');
  if (bytes.length !== 32) return false;
  bytes[31] = (bytes[31] ?? 0) & ~SIGN;
  const y = BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
  return y < FIELD && !SMALL_ORDER.has(bytes.toString('hex'));
}

/** Whether a public key in hex signed a text; false also for 32 bytes that are no key, or none that can be trusted. */
export function signedBy(publicKey: string, text: string, signature: string): boolean {
  if (!isUsableKey(publicKey)) return false;
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
