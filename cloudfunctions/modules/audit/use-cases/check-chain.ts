import type { ChainCheck } from '@contract/audit';
import type { CallInput } from '@contract/calls';
import type { AuditEntry } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import type { SealDocument } from '../documents';
import { audit, seals } from '../repository';
import { NOTHING_BEFORE, sealHash } from '../seal';

const SEALS_A_CHECK = 50;

async function fits(seal: SealDocument, before: SealDocument | undefined): Promise<boolean> {
  const stored = new Map((await audit.byIds(seal.entryIds)).map((entry) => [entry._id, entry]));
  const entries = seal.entryIds
    .map((id) => stored.get(id))
    .filter((entry): entry is AuditEntry => entry !== undefined);
  if (entries.length !== seal.entryIds.length) return false;
  if (seal.number === 1 ? seal.previous !== NOTHING_BEFORE : before && before.hash !== seal.previous)
    return false;
  return sealHash(seal.number, seal.previous, entries) === seal.hash;
}

/** Recomputes a stretch of the chain from the entries themselves: an entry changed, taken out or moved does not fit any more. */
export async function checkChain(_context: Context, input: CallInput<'audit.check'>): Promise<ChainCheck> {
  const rows = await seals.from(input.from, SEALS_A_CHECK);
  let brokenAt: number | null = null;
  for (const [n, seal] of rows.entries()) {
    if (seal.number !== input.from + n || !(await fits(seal, rows[n - 1]))) {
      brokenAt = seal.number;
      break;
    }
  }
  return {
    from: rows[0]?.number ?? 0,
    to: rows.at(-1)?.number ?? 0,
    entries: rows.reduce((sum, seal) => sum + seal.entryIds.length, 0),
    brokenAt,
    head: rows.at(-1)?.hash ?? null,
  };
}
