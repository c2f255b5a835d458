import { createHash } from 'node:crypto';
import { isPlain, textIn } from './text';

/** A seal of the audit log by number and hash; before the first: 0 and '-'. */
export interface Head {
  number: number;
  hash: string;
}

/** The chain of seals in a file (docs/verify.md), computed from its beginning. */
export interface Chain {
  /** What the file begins with, which it does not prove. */
  from: Head;
  /** Hashes of the seals after it, the first one of number `from.number + 1`. */
  hashes: string[];
  /** What the file says is the newest seal. */
  head: Head;
}

/** Why a text is no chain, in a sentence. */
export class NoChain extends Error {}

const FORMAT = 'yard-audit-1';
const HEX = /^[0-9a-f]{64}$/;
const MAX_NUMBER = 999_999_999_999_999;

/** '7 <hash>' and '0 -', as receipts and headers have it. */
export function numberedHead(audit: string): Head {
  const [number = '', hash = ''] = audit.split(' ');
  return { number: Number(number), hash };
}

/** The hash of a seal, from the one before it and the hash of its entries. */
function sealHash(number: number, previous: string, entries: string): string {
  const text = `yard-audit-seal-1\nnumber ${number}\nprevious ${previous}\nentries ${entries}\n`;
  return createHash('sha256').update(text).digest('hex');
}

interface ChainFile {
  from: number;
  fromHash: string;
  entries: string[];
  head: number;
  headHash: string;
}

const isNumbered = (number: unknown, hash: unknown): boolean =>
  Number.isInteger(number) &&
  Number(number) <= MAX_NUMBER &&
  typeof hash === 'string' &&
  (number === 0 ? hash === '-' : Number(number) > 0 && HEX.test(hash));

function fileIn(text: string): ChainFile {
  let given: Partial<ChainFile> & { format?: unknown };
  if (!isPlain(text)) throw new NoChain('读不出来：括号或者项目太多，不是操作记录封存文件');
  try {
    given = JSON.parse(text) as typeof given;
  } catch {
    throw new NoChain('读不出来：不是操作记录封存，或者没有下载完整');
  }
  if (given?.format !== FORMAT) throw new NoChain('不是操作记录封存文件');
  const { from, fromHash, entries, head, headHash } = given;
  const whole = isNumbered(from, fromHash) && isNumbered(head, headHash) && Array.isArray(entries);
  if (!whole || entries.some((one) => typeof one !== 'string' || !HEX.test(one)))
    throw new NoChain('操作记录封存文件里有写得不对的地方');
  if (JSON.stringify({ format: FORMAT, from, fromHash, entries, head, headHash }) !== text)
    throw new NoChain('操作记录封存文件和发出来的写法不一样：多了内容、换了顺序或者加了空格');
  return given as ChainFile;
}

/**
 * Reads a file of the chain strictly and computes every seal's hash from its beginning.
 * @throws NoChain with the reason
 */
export function readChain(bytes: Uint8Array): Chain {
  const { from, fromHash, entries, head, headHash } = fileIn(textIn(bytes) ?? '');
  const hashes: string[] = [];
  for (const content of entries) {
    hashes.push(sealHash(from + hashes.length + 1, hashes.at(-1) ?? fromHash, content));
  }
  return { from: { number: from, hash: fromHash }, hashes, head: { number: head, hash: headHash } };
}
