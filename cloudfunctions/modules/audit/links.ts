import type { AuditLinks } from '@contract/audit';
import type { Reader } from '../../kernel/database';
import type { ChainHeadDocument, SealLink } from './documents';
import { seals } from './repository';

/** Seals of one answer: some 30 KB of hashes. */
const LINKS = 500;

/**
 * The hashes of what the seals after this one hold, as far as they follow one another up to the head: at a gap, or at a seal from
 * before they were kept, the list ends and leads nowhere, which is what its reader finds out.
 */
export async function linksAfter(reader: Reader, after: number): Promise<AuditLinks> {
  const head = await seals.head(reader);
  const rows = head && after < head.number ? await seals.linksFrom(after + 1, LINKS) : [];
  const contents: string[] = [];
  for (const { number, content } of rows) {
    if (number !== after + 1 + contents.length || number > (head?.number ?? 0) || !content) break;
    contents.push(content);
  }
  const to = after + contents.length;
  const goesOn = contents.length === LINKS && to < (head?.number ?? 0);
  return { contents, head: head && { number: head.number, hash: head.hash }, next: goesOn ? to : null };
}

/** Seals that are read at once for a whole chain. */
const ROWS = 1000;

/** The head, and every seal up to it in order. */
export async function wholeChain(
  reader: Reader,
): Promise<{ head: ChainHeadDocument | null; rows: SealLink[] }> {
  const head = await seals.head(reader);
  const end = head?.number ?? 0;
  const rows: SealLink[] = [];
  for (;;) {
    const page = await seals.linksFrom((rows.at(-1)?.number ?? 0) + 1, ROWS);
    rows.push(...page.filter(({ number }) => number <= end));
    if (page.length < ROWS || (page.at(-1)?.number ?? end) >= end) return { head, rows };
  }
}
