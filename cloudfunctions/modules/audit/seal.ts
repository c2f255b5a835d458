import type { AuditEntry } from '../../kernel/change';
import { hashOf } from '../../kernel/ids';

/** What stands before the first seal. */
export const NOTHING_BEFORE = '0';

/** Hash of a seal: everything of its entries but the mark that they are sealed, in the order of the seal. */
export function sealHash(number: number, previous: string, entries: readonly AuditEntry[]): string {
  return hashOf({ number, previous, entries: entries.map(({ sealed: _mark, ...entry }) => entry) });
}
