import { createHash } from 'node:crypto';
import type { AuditEntry } from '../../kernel/change';
import { hashOf } from '../../kernel/ids';

/** What stands before the first seal. */
export const NOTHING_BEFORE = '0';

const unmarked = (entries: readonly AuditEntry[]) => entries.map(({ sealed: _mark, ...entry }) => entry);

/** Hash of everything in the entries but the mark that they are sealed, in the order of the seal. */
export const contentHash = (entries: readonly AuditEntry[]): string => hashOf(unmarked(entries));

/**
 * Hash of a seal (docs/verify.md): over its number, the seal before it and its entries' hash, so that whoever has the entries' hashes
 * alone can follow the chain (BAL-23).
 */
export function sealHash(number: number, previous: string, content: string): string {
  const before = previous === NOTHING_BEFORE ? '-' : previous;
  const text = `yard-audit-seal-1\nnumber ${number}\nprevious ${before}\nentries ${content}\n`;
  return createHash('sha256').update(text).digest('hex');
}

/** Hash of a seal from before seals kept the hash of their entries: over the entries themselves. */
export const earlierSealHash = (number: number, previous: string, entries: readonly AuditEntry[]): string =>
  hashOf({ number, previous, entries: unmarked(entries) });
