import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { codeOf } from './rules/code';

const KEY_BYTES = 32;

/** 32 bytes in base64 from the function's environment. Throws where it is unset: nothing is stored in clear instead. */
function environmentKey(): Buffer {
  const key = Buffer.from(process.env.YARD_PHONE_KEY ?? '', 'base64');
  if (key.length !== KEY_BYTES) throw new Error('YARD_PHONE_KEY must hold 32 bytes in base64');
  return key;
}

/** Letterbox codes are short: with a key of the environment a copy of the database alone cannot be searched for them. */
function letterboxKey(): Buffer {
  return Buffer.from(hkdfSync('sha256', environmentKey(), '', 'yard letterbox codes', KEY_BYTES));
}

/** AES-256-GCM as base64 of nonce (12), tag (16) and text; bound to the person, so that it means nothing in another document (MEM-9). */
export function encryptPhone(personId: string, phone: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', environmentKey(), nonce).setAAD(Buffer.from(personId));
  const text = Buffer.concat([cipher.update(phone, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64');
}

/** What `encryptPhone` made, for its owner's own copy (KEEP-1). Throws where it belongs to somebody else or was changed. */
export function decryptPhone(personId: string, text: string): string {
  const bytes = Buffer.from(text, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', environmentKey(), bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(personId)).setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}

export function codeHash(code: string): string {
  return createHmac('sha256', letterboxKey()).update(`stored:${code}`).digest('hex');
}

/** The code that a command gives a home: the same when its answer was lost and it is sent again (IDM-4). */
export function codeFor(commandId: string, homeId: string): string {
  return codeOf(createHmac('sha256', letterboxKey()).update(`issued:${commandId}:${homeId}`).digest());
}

/** Whether this is the environment's one-time code; never while it is unset (MEM-7). */
export function isAdministratorCode(typed: string): boolean {
  const code = process.env.YARD_ADMIN_CODE;
  if (!code) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(typed), digest(code));
}
