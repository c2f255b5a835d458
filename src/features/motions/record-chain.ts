import type { AuditLinks } from '@contract/audit';
import { receiptIn, textHash } from './seal-proof';

/** A seal of the record of what was done, by number and hash. */
export interface Pinned {
  number: number;
  hash: string;
}

/** What this phone found out by following the chain of seals from the one on its receipt (BAL-24). */
export type RecordProof =
  | { found: 'contained'; number: number; to: number; code: string }
  | { found: 'broken'; number: number };

const CODE_DIGITS = 16;

/** The seal that a genuine receipt names; null for one from before receipts named any, and where there was none yet. */
export function pinnedBy(line: string): Pinned | null {
  const receipt = receiptIn(line);
  if (receipt?.format !== 'yard-receipt-2') return null;
  const [, number, hash] = /^([1-9]\d{0,14}) ([0-9a-f]{64})$/.exec(receipt.audit ?? '') ?? [];
  return number && hash ? { number: Number(number), hash } : null;
}

/** The seal that this one and what the next ones hold lead to (docs/verify.md). */
export function ledTo(from: Pinned, contents: readonly string[]): Pinned {
  return contents.reduce(({ number, hash }, entries) => {
    const said = `yard-audit-seal-1\nnumber ${number + 1}\nprevious ${hash}\nentries ${entries}\n`;
    return { number: number + 1, hash: textHash(said) };
  }, from);
}

/**
 * Follows the chain from the receipt's seal to the newest one, stretch by stretch: only where it leads exactly there does the chain of
 * today contain the receipt's seal, and with it all that came before.
 */
export async function followed(
  from: Pinned,
  ask: (after: number) => Promise<AuditLinks>,
): Promise<RecordProof> {
  let at = from;
  for (;;) {
    const { contents, head, next } = await ask(at.number);
    at = ledTo(at, contents);
    if (next !== null && next === at.number && contents.length > 0) continue;
    if (!head || head.number !== at.number || head.hash !== at.hash) {
      return { found: 'broken', number: from.number };
    }
    const code = at.hash.slice(0, CODE_DIGITS);
    return { found: 'contained', number: from.number, to: at.number, code };
  }
}
