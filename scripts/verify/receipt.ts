import { textIn } from './text';

/** A receipt as docs/verify.md specifies it; hex in lower case. */
export interface Receipt {
  format: string;
  /** 32 hex digits */
  motion: string;
  /** The voter's pseudonym in this motion, 64 hex digits. */
  voter: string;
  commitment: string;
  revision: number;
  /** Epoch milliseconds of the server. */
  at: number;
  /** '7 <hash>' or '0 -': the newest seal of the audit log when the ballot was taken; only in the second format. */
  audit?: string;
  /** The first 16 hex digits of SHA-256 of the public key's bytes. */
  keyId: string;
  publicKey: string;
  signature: string;
}

/** Why a text is no receipt, in a sentence for whoever holds it. */
export class NoReceipt extends Error {}

export const PLAIN = 'yard-receipt-1';
export const ANCHORED = 'yard-receipt-2';

const hex = (digits: number) => new RegExp(`^[0-9a-f]{${digits}}$`);

type Field = readonly [name: keyof Receipt, type: 'string' | 'number', form: RegExp];

const AUDIT: Field = ['audit', 'string', /^(?:0 -|[1-9]\d{0,14} [0-9a-f]{64})$/];

/** The fields in their order, each with what its value must look like, written as JSON writes it without quotes. */
const fieldsOf = (format: unknown): readonly Field[] => [
  ['format', 'string', new RegExp(`^(?:${PLAIN}|${ANCHORED})$`)],
  ['motion', 'string', hex(32)],
  ['voter', 'string', hex(64)],
  ['commitment', 'string', hex(64)],
  ['revision', 'number', /^[1-9]\d{0,8}$/],
  ['at', 'number', /^[1-9]\d{12}$/],
  ...(format === ANCHORED ? [AUDIT] : []),
  ['keyId', 'string', hex(16)],
  ['publicKey', 'string', hex(64)],
  ['signature', 'string', hex(128)],
];

/** Anything much longer than a receipt is none, and is not parsed. */
const MAX_BYTES = 10_000;

function textOf(bytes: Uint8Array): string {
  if (bytes.length > MAX_BYTES) throw new NoReceipt('文件太大，不是一张回执');
  const text = textIn(bytes);
  if (text === null) throw new NoReceipt('文件里不是文字，不是一张回执');
  return text;
}

function objectIn(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new NoReceipt('读不出来：不是回执，或者没有复制完整');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new NoReceipt('读出来的不是一张回执');
  }
  return value as Record<string, unknown>;
}

/**
 * Reads a receipt strictly: nothing missing, nothing besides, each value in its one form and the whole exactly as it was issued,
 * so that no two programs read two things in one text.
 * @throws NoReceipt with the reason
 */
export function readReceipt(bytes: Uint8Array): Receipt {
  const text = textOf(bytes);
  const given = objectIn(text);
  const fields = fieldsOf(given.format);
  for (const [name, type, form] of fields) {
    if (!Object.hasOwn(given, name)) throw new NoReceipt(`缺少“${name}”这一项`);
    const value = given[name];
    if (typeof value !== type || !form.test(String(value))) throw new NoReceipt(`“${name}”这一项写得不对`);
  }
  const issued = JSON.stringify(Object.fromEntries(fields.map(([name]) => [name, given[name]])));
  if (issued !== text)
    throw new NoReceipt('和发出来的写法不一样：多了内容、换了顺序或者加了空格。请用原样的那一行');
  return given as unknown as Receipt;
}
