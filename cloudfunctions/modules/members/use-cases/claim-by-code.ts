import type { CallInput } from '@contract/calls';
import type { Me } from '@contract/members';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { found, Refusal } from '../../../kernel/refusal';
import type { LetterboxCodeDocument } from '../documents';
import { presentMe } from '../present';
import { claims, homes, letterboxCodes } from '../repository';
import { normalCode } from '../rules/code';
import { tieOf } from '../rules/tie';
import { codeHash } from '../secrets';
import { tieTo } from '../tie';

/** The code's row: of a home, with this hash, unused. A wrong code and a used one are refused alike. */
async function unusedCode(
  transaction: Transaction,
  typed: string,
  personId: string,
): Promise<LetterboxCodeDocument> {
  const code = normalCode(typed);
  const row = code && (await letterboxCodes.byHash(transaction, codeHash(code)));
  if (!row) throw new Refusal('CODE_WRONG');
  if (row.usedBy !== null) throw new Refusal(row.usedBy === personId ? 'HOME_ALREADY_YOURS' : 'CODE_WRONG');
  return row;
}

/** A claim of the same home that still waits has become pointless. */
async function endPending(transaction: Transaction, context: Context, homeId: string): Promise<void> {
  const claim = await claims.byId(transaction, claims.idFor(context.actor.personId, homeId));
  if (claim?.state !== 'pending') return;
  const decided = { decidedAt: context.now, reason: '已用信箱码认领' };
  await claims.put(transaction, { ...claim, ...decided, state: 'withdrawn', revision: claim.revision + 1 });
}

/**
 * The paper from the letterbox names the home, the register says as whom; the code works once (MEM-2, MEM-3). The letterbox of an
 * unsold home is nobody's, and the developer's name is known to all: whoever had its code would cast for all that is unsold (MEM-14).
 */
export async function claimByCode(context: Context, input: CallInput<'members.claimByCode'>): Promise<Me> {
  const { personId } = context.actor;
  await change(context, async (transaction) => {
    const row = await unusedCode(transaction, input.code, personId);
    const homeId = row._id;
    const home = found(await homes.byId(transaction, homeId));
    if (home.holding === 'unsold') throw new Refusal('HOME_UNSOLD');
    const tie = tieOf(home, { name: input.name, asTenant: input.asTenant, as: 'either' });
    if (typeof tie === 'string') throw new Refusal(tie);
    await tieTo(transaction, context, personId, home, tie);
    await letterboxCodes.put(transaction, { ...row, usedBy: personId, usedAt: context.now });
    await endPending(transaction, context, homeId);
    return { subject: { kind: 'home', id: homeId }, path: home.path, facts: { relation: tie.relation } };
  });
  return presentMe(context);
}
