import type { CallOutput } from '@contract/calls';
import { change } from '../../kernel/change';
import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { enforce, found } from '../../kernel/refusal';
import { mayIssueCodes } from './policy';
import { homes, letterboxCodes } from './repository';
import { codeFor, codeHash } from './secrets';

/**
 * Gives each home a new code to print, once; the one it had before ends, used or not (MEM-2). Unsold homes get none (MEM-14), nor those
 * that the register does not have any more.
 */
export async function giveCodes(
  context: Context,
  ids: readonly string[],
): Promise<CallOutput<'members.issueCodes'>> {
  const homeIds = [...new Set(ids)];
  const rows = new Map((await homes.byIds(store, homeIds)).map((home) => [home._id, home]));
  const asked = homeIds.map((homeId) => found(rows.get(homeId) ?? null));
  for (const home of asked) enforce(mayIssueCodes(context.actor, context.now, home.path));
  await change(context, async (transaction) => {
    for (const { _id, holding, goneAt } of asked) {
      if (holding === 'unsold' || goneAt) continue;
      const hash = codeHash(codeFor(context.commandId, _id));
      await letterboxCodes.put(transaction, { _id, hash, issuedAt: context.now, usedBy: null, usedAt: null });
    }
    const subject = { kind: 'letterbox-codes', id: context.commandId };
    return { subject, path: asked[0]?.path.slice(0, -1) ?? [], facts: { homes: homeIds } };
  });
  const current = new Map((await letterboxCodes.ofHomes(homeIds)).map((row) => [row._id, row]));
  const codes = asked.map(({ _id: homeId, label }) => {
    const code = codeFor(context.commandId, homeId);
    const row = current.get(homeId);
    const stands = row?.hash === codeHash(code) && row.usedBy === null;
    return { homeId, label, code: stands ? code : null };
  });
  return { codes };
}
