import type { CallInput } from '@contract/calls';
import type { PathBoard } from '@contract/paths';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { matterById, stateOf } from '../matter';
import { mayWithdraw } from '../policy';
import { presentBoard } from '../present';
import { boardWith, recordedFor, setAside, told } from '../recording';
import { pathBoards } from '../repository';

/**
 * Takes an entry back that should not have been made. Its board is what an announcement writes, too: of the two, whichever comes
 * second finds the other (PATH-16).
 */
export async function withdrawStep(context: Context, input: CallInput<'paths.withdraw'>): Promise<PathBoard> {
  const { actor, now } = context;
  const { matterId, reason } = input;
  await matterById(context, store, matterId);
  await requirePassed(context, [reason]);
  await change(context, async (transaction) => {
    const matter = await matterById(context, transaction, matterId);
    const board = await pathBoards.of(transaction, matterId);
    const wrong = found(board?.records.find(({ id }) => id === input.recordId) ?? null);
    const state = stateOf(matter, board, recordedFor(wrong));
    if (wrong.setAside) throw new Refusal('STALE');
    enforce(mayWithdraw(actor, now, wrong.step, state));
    const kept = setAside(context, state.records, wrong.id, { reason, how: 'withdrawn' });
    await pathBoards.put(transaction, boardWith(matter, board, kept));
    return told(matter, wrong, { title: '已撤回', reason });
  });
  return presentBoard(context, matterId);
}
