import type { ChainHeadDocument, SealLink } from './documents';
import { NOTHING_BEFORE } from './seal';

const namedHash = (hash: string) => (hash === NOTHING_BEFORE ? '-' : hash);

/**
 * The chain as one line of JSON (docs/verify.md): from the first seal that keeps the hash of its entries, which is older than every
 * receipt that names a seal (BAL-22), to the head. A seal that is missing in between is missing here, so that the head is not reached.
 */
export function chainFile(head: ChainHeadDocument | null, rows: readonly SealLink[]): string {
  const first = rows.findIndex(({ content }) => content !== undefined);
  const kept = first < 0 ? [] : rows.slice(first);
  const [start] = kept;
  return JSON.stringify({
    format: 'yard-audit-1',
    from: start ? start.number - 1 : (head?.number ?? 0),
    fromHash: start ? namedHash(start.previous) : (head?.hash ?? '-'),
    entries: kept.flatMap(({ content }) => content ?? []),
    head: head?.number ?? 0,
    headHash: head?.hash ?? '-',
  });
}
