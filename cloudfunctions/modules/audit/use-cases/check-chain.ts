import type { ChainCheck } from '@contract/audit';
import type { CallInput } from '@contract/calls';
import type { AuditEntry } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import type { ChainHeadDocument, SealDocument } from '../documents';
import { store } from '../../../kernel/reader';
import { MARKS_KIND } from '../../motions/rules/secret';
import { audit, seals } from '../repository';
import { contentHash, earlierSealHash, NOTHING_BEFORE, sealHash } from '../seal';

const SEALS_A_CHECK = 50;

async function entriesOf({ entryIds }: SealDocument): Promise<AuditEntry[]> {
  const stored = new Map((await audit.byIds(entryIds)).map((entry) => [entry._id, entry]));
  return entryIds.map((id) => stored.get(id)).filter((entry): entry is AuditEntry => entry !== undefined);
}

function fits(seal: SealDocument, entries: readonly AuditEntry[], before: SealDocument | undefined): boolean {
  if (entries.length !== seal.entryIds.length) return false;
  if (seal.previous !== (before?.hash ?? NOTHING_BEFORE)) return false;
  const { number, previous, content, hash } = seal;
  if (content === undefined) return earlierSealHash(number, previous, entries) === hash;
  return content === contentHash(entries) && sealHash(number, previous, content) === hash;
}

/** Never told by a number: with the list of entries, which leaves them out until the count, it would be a turnout (SECRET-15). */
const isCounted = ({ subject }: AuditEntry) => subject.kind !== MARKS_KIND;

/** The first seal of the stretch that does not fit its entries or the seal before it; null: all of them do. And how many entries were looked at. */
async function lookedAt(
  from: number,
  rows: readonly SealDocument[],
  before: SealDocument | undefined,
): Promise<{ broken: number | null; looked: number }> {
  let looked = 0;
  for (const [n, seal] of rows.entries()) {
    const number = from + n;
    const entries = await entriesOf(seal);
    if (seal.number !== number || !fits(seal, entries, n === 0 ? before : rows[n - 1]))
      return { broken: number, looked };
    looked += entries.filter(isCounted).length;
  }
  return { broken: null, looked };
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
  const { broken, looked } = await lookedAt(from, rows, before);
  const ends = rows.length < SEALS_A_CHECK;
  const brokenAt = broken ?? (ends ? brokenEnd(head, from, found) : null);
  return {
    from: rows[0]?.number ?? 0,
    to: rows.at(-1)?.number ?? 0,
    entries: looked,
    brokenAt,
    next: ends ? null : from + SEALS_A_CHECK,
    head: rows.at(-1)?.hash ?? null,
  };
}
