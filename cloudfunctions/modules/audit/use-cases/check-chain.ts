import type { ChainCheck } from '@contract/audit';
import type { CallInput } from '@contract/calls';
import type { AuditEntry } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import type { ChainHeadDocument, SealDocument } from '../documents';
import { store } from '../../../kernel/reader';
import { audit, seals } from '../repository';
import { contentHash, earlierSealHash, NOTHING_BEFORE, sealHash } from '../seal';

const SEALS_A_CHECK = 50;

async function fits(seal: SealDocument, before: SealDocument | undefined): Promise<boolean> {
  const stored = new Map((await audit.byIds(seal.entryIds)).map((entry) => [entry._id, entry]));
  const entries = seal.entryIds
    .map((id) => stored.get(id))
    .filter((entry): entry is AuditEntry => entry !== undefined);
  if (entries.length !== seal.entryIds.length) return false;
  if (seal.previous !== (before?.hash ?? NOTHING_BEFORE)) return false;
  const { number, previous, content, hash } = seal;
  if (content === undefined) return earlierSealHash(number, previous, entries) === hash;
  return content === contentHash(entries) && sealHash(number, previous, content) === hash;
}

/** The first seal of the stretch that does not fit its entries or the seal before it; null: all of them do. */
async function firstBroken(
  from: number,
  rows: readonly SealDocument[],
  before: SealDocument | undefined,
): Promise<number | null> {
  for (const [n, seal] of rows.entries()) {
    const number = from + n;
    if (seal.number !== number || !(await fits(seal, n === 0 ? before : rows[n - 1]))) return number;
  }
  return null;
}

/** The seal that is missing or differs where the last sealing ended, or null. More may have been sealed since the head was read. */
function brokenEnd(
  head: ChainHeadDocument | null,
  from: number,
  read: readonly SealDocument[],
): number | null {
  if (!head) return null;
  const last = read.at(-1)?.number ?? from - 1;
  if (last < head.number) return last + 1;
  const ending = read.find(({ number }) => number === head.number);
  return ending && ending.hash !== head.hash ? head.number : null;
}

/**
 * Recomputes a stretch of the chain from the entries themselves: an entry changed, taken out or moved does not fit any more, and a
 * chain cut short does not end as the last sealing left it (AUD-3).
 */
export async function checkChain(_context: Context, input: CallInput<'audit.check'>): Promise<ChainCheck> {
  const { from } = input;
  const head = await seals.head(store);
  const found = await seals.from(Math.max(from - 1, 1), SEALS_A_CHECK + 1);
  const before = from > 1 && found[0]?.number === from - 1 ? found[0] : undefined;
  const rows = found.filter(({ number }) => number >= from).slice(0, SEALS_A_CHECK);
  const broken = await firstBroken(from, rows, before);
  const ends = rows.length < SEALS_A_CHECK;
  const brokenAt = broken ?? (ends ? brokenEnd(head, from, found) : null);
  return {
    from: rows[0]?.number ?? 0,
    to: rows.at(-1)?.number ?? 0,
    entries: rows.reduce((sum, seal) => sum + seal.entryIds.length, 0),
    brokenAt,
    next: ends ? null : from + SEALS_A_CHECK,
    head: rows.at(-1)?.hash ?? null,
  };
}
