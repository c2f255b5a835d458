import type { Inclusion, MarkInclusion } from '@contract/seals';
import { hash } from 'fast-sha256';
import nacl from 'tweetnacl';

/** What this phone found out by itself, without believing the server. */
export type Proof =
  | { found: 'counted' | 'later' | 'older' | 'aside'; revision: number; kept: number; code: string }
  /** taken: a secret ballot, whose choice is sealed apart. */
  | { found: 'taken'; code: string }
  /** aside: a paper that its voter set aside, and no ballot instead. missing: no such ballot; changed: another one in its place; unsealed: what was sealed and what was shown do not fit. */
  | { found: 'missing' | 'changed' | 'unsealed' | 'other-key' | 'no-receipt' };

export interface KeptReceipt {
  format: string;
  motion: string;
  voter: string;
  commitment: string;
  revision: number;
  at: number;
  /** '7 <hash>' or '0 -'; only in the second format. */
  audit?: string;
  publicKey: string;
  signature: string;
}

type Leaf = NonNullable<Inclusion['leaf']>;

const CODE_DIGITS = 12;

function bytesOfHex(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor(text.length / 2));
  for (let n = 0; n < bytes.length; n += 1) bytes[n] = Number.parseInt(text.slice(2 * n, 2 * n + 2), 16);
  return bytes;
}

/** Of texts in ASCII, as all that is signed and hashed here (docs/verify.md). Half of the engines we serve have no TextEncoder. */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let n = 0; n < text.length; n += 1) bytes[n] = text.charCodeAt(n);
  return bytes;
}

function joined(first: number, ...rest: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(rest.reduce((sum, { length }) => sum + length, 1));
  bytes[0] = first;
  let at = 1;
  for (const part of rest) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function hexOf(bytes: Uint8Array): string {
  let text = '';
  for (let n = 0; n < bytes.length; n += 1) text += `0${(bytes[n] ?? 0).toString(16)}`.slice(-2);
  return text;
}

/** SHA-256 of a text in ASCII, in hex. */
export const textHash = (text: string): string => hexOf(hash(bytesOf(text)));

/** Whether the key signed the text; false for whatever is no key or no signature. */
function signedBy(publicKey: string, text: string, signature: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(publicKey) || !/^[0-9a-f]{128}$/.test(signature)) return false;
  return nacl.sign.detached.verify(bytesOf(text), bytesOfHex(signature), bytesOfHex(publicKey));
}

const lines = (...all: readonly string[]) => `${all.join('\n')}\n`;

function receiptHolds(receipt: KeptReceipt): boolean {
  const { format, motion, voter, commitment, revision, at, audit } = receipt;
  const anchored = format === 'yard-receipt-2';
  if (!anchored && format !== 'yard-receipt-1') return false;
  const said = [`motion ${motion}`, `voter ${voter}`, `commitment ${commitment}`];
  const then = [`revision ${revision}`, `at ${at}`, ...(anchored ? [`audit ${audit}`] : [])];
  return signedBy(receipt.publicKey, lines(format, ...said, ...then), receipt.signature);
}

/** The receipt in the line that was kept, if it is genuine; null otherwise. */
export function receiptIn(line: string): KeptReceipt | null {
  try {
    const receipt = JSON.parse(line) as KeptReceipt;
    return receiptHolds(receipt) ? receipt : null;
  } catch {
    return null;
  }
}

/** The root that a leaf and its path lead to in a tree of this size (RFC 9162, 2.1.3.2); null where they lead nowhere. */
export function rootFrom(
  leafHash: Uint8Array,
  index: number,
  size: number,
  path: readonly string[],
): string | null {
  let [at, last, root] = [index, size - 1, leafHash];
  if (index < 0 || index > last) return null;
  for (const step of path) {
    if (last === 0) return null;
    const beside = bytesOfHex(step);
    if (at % 2 === 1 || at === last) {
      root = hash(joined(1, beside, root));
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else root = hash(joined(1, root, beside));
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hexOf(root) : null;
}

function leafHashOf(motion: string, { voter, revision, commitment, origin, weight }: Leaf): Uint8Array {
  const said = [`motion ${motion}`, `voter ${voter}`, `revision ${revision}`, `commitment ${commitment}`];
  return hash(joined(0, bytesOf(lines('yard-leaf-1', ...said, `origin ${origin}`, `weight ${weight}`))));
}

/** The header of a secret count: its leaves are the marks. */
function secretHeaderOf(motion: string, header: string): { root: string; leaves: number } | null {
  const begins = header.indexOf(`yard-seal-1\nkind secret\nmotion ${motion}\n`) === 0;
  const root = /\nroot ([0-9a-f]{64})\n/.exec(header)?.[1];
  const marks = /\nmarks (\d{1,9})\n/.exec(header)?.[1];
  return begins && root && marks ? { root, leaves: Number(marks) } : null;
}

/** Root and number of leaves as the header itself has them; null where it is not the sealed count of this motion. */
function headerOf(motion: string, header: string): { root: string; leaves: number } | null {
  const begins = header.indexOf(`yard-seal-1\nkind named\nmotion ${motion}\n`) === 0;
  const root = /\nroot ([0-9a-f]{64})\n/.exec(header)?.[1];
  const ballots = /\nballots (\d{1,9})\n/.exec(header)?.[1];
  const aside = /\naside (\d{1,9})\n/.exec(header)?.[1] ?? '0';
  return begins && root && ballots ? { root, leaves: Number(ballots) + Number(aside) } : null;
}

/**
 * Looks for the ballot of a receipt in the sealed count (SEAL-11): the receipt's signature, the seal's, and the path of the leaf to the
 * root that was signed. `line`: the receipt as it was kept.
 */
export function proofOf(line: string, { seal, leaf }: Inclusion): Proof {
  const receipt = receiptIn(line);
  if (!receipt) return { found: 'no-receipt' };
  const header = headerOf(receipt.motion, seal.header);
  if (!header || !signedBy(seal.publicKey, seal.header, seal.signature)) return { found: 'unsealed' };
  if (seal.publicKey !== receipt.publicKey) return { found: 'other-key' };
  if (leaf?.voter !== receipt.voter) return { found: 'missing' };
  const root = rootFrom(leafHashOf(receipt.motion, leaf), leaf.index, header.leaves, leaf.path);
  if (root !== header.root) return { found: 'unsealed' };
  const { revision } = leaf;
  const known = { revision, kept: receipt.revision, code: root.slice(0, CODE_DIGITS).toUpperCase() };
  if (revision < receipt.revision) return { found: 'older', ...known };
  const same = revision === receipt.revision;
  if (same && leaf.commitment !== receipt.commitment) return { found: 'changed' };
  if (leaf.origin === 'aside') return { found: 'aside', ...known };
  return { found: same ? 'counted' : 'later', ...known };
}

/** Looks for the mark of a receipt in the sealed secret count (SECRET-10): that its ballot was taken, and nothing of what it said. */
export function markProofOf(line: string, { seal, mark }: MarkInclusion): Proof {
  const receipt = receiptIn(line);
  if (!receipt) return { found: 'no-receipt' };
  const header = secretHeaderOf(receipt.motion, seal.header);
  if (!header || !signedBy(seal.publicKey, seal.header, seal.signature)) return { found: 'unsealed' };
  if (seal.publicKey !== receipt.publicKey) return { found: 'other-key' };
  if (mark?.voter !== receipt.voter) return { found: 'missing' };
  const said = [`motion ${receipt.motion}`, `voter ${mark.voter}`, `commitment ${mark.commitment}`];
  const leaf = hash(joined(0, bytesOf(lines('yard-mark-leaf-1', ...said))));
  const root = rootFrom(leaf, mark.index, header.leaves, mark.path);
  if (root !== header.root) return { found: 'unsealed' };
  if (mark.commitment !== receipt.commitment) return { found: 'changed' };
  return { found: 'taken', code: root.slice(0, CODE_DIGITS).toUpperCase() };
}
