import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign } from 'node:crypto';

const KEY_BYTES = 32;
const KEY_ID_DIGITS = 16;
/** What stands before an Ed25519 seed in PKCS #8 (RFC 8410): Node takes no bare seed. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Hex of the signature (64 bytes) and of the public key that it is checked with (32 bytes). */
export interface Signature {
  publicKey: string;
  signature: string;
}

/** Ed25519 seed from the function's environment. Throws where it is none: nothing goes out unsigned instead (BAL-15). */
function environmentSeed(): Buffer {
  const given = process.env.YARD_SIGNING_KEY ?? '';
  const seed = Buffer.from(given, 'base64');
  // Node passes over letters that are no base64: a mistyped key would silently be another key.
  if (seed.length !== KEY_BYTES || seed.toString('base64') !== given) {
    throw new Error('YARD_SIGNING_KEY must hold 32 bytes in base64');
  }
  return seed;
}

/**
 * Signs a text with Ed25519 (RFC 8032): the same text under the same key has the same signature. The one place that signs.
 * @throws Error where YARD_SIGNING_KEY is missing or malformed
 */
export function signed(text: string): Signature {
  const der = Buffer.concat([PKCS8_HEAD, environmentSeed()]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return {
    publicKey: Buffer.from(x, 'base64url').toString('hex'),
    signature: sign(null, Buffer.from(text), key).toString('hex'),
  };
}

/**
 * 32 bytes that only the server can derive, another for each purpose and subject; they tell nothing of the signing key
 * (HKDF-SHA-256, RFC 5869).
 * @throws Error where YARD_SIGNING_KEY is missing or malformed
 */
export function secretFor(purpose: string, subject: string): Buffer {
  return Buffer.from(hkdfSync('sha256', environmentSeed(), subject, purpose, KEY_BYTES));
}

/** What a public key (hex) is called in receipts and on paper: the beginning of its sha256 (docs/verify.md). */
export function keyIdOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'hex')).digest('hex').slice(0, KEY_ID_DIGITS);
}

/** The id of the key that signs now; null where the environment has none, and so no ballot is taken (BAL-15). */
export function signingKeyId(): string | null {
  return process.env.YARD_SIGNING_KEY ? keyIdOf(signed('').publicKey) : null;
}
