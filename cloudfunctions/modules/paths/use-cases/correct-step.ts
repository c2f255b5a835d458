import type { CallInput } from '@contract/calls';
import type { PathBoard } from '@contract/paths';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { withPhotos } from '../../../kernel/photos';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { matterById, stateOf } from '../matter';
import { mayCorrect } from '../policy';
import { presentBoard } from '../present';
import { boardWith, recordedFor, recordOf, setAside, told } from '../recording';
import { pathBoards } from '../repository';

/** Puts a right entry in the place of a wrong one; the old one stays to be read, with the reason (PATH-15). */
export async function correctStep(context: Context, input: CallInput<'paths.correct'>): Promise<PathBoard> {
  const { actor, now } = context;
  const { matterId, reason } = input;
  await matterById(context, store, matterId);
  const proven = await withPhotos(context, input.photos);
  await requirePassed(context, [input.responsible, input.text, reason]);
  await change(proven, async (transaction) => {
    const matter = await matterById(context, transaction, matterId);
    const board = await pathBoards.of(transaction, matterId);
    const wrong = found(board?.records.find(({ id }) => id === input.recordId) ?? null);
    const state = stateOf(matter, board, recordedFor(wrong));
    if (wrong.setAside) throw new Refusal('STALE');
    enforce(mayCorrect(actor, now, wrong.step, state));
    const record = recordOf(context, wrong.step, input, state);
    const kept = setAside(context, state.records, wrong.id, { reason, how: 'corrected' });
    await pathBoards.put(transaction, boardWith(matter, board, [...kept, record]));
    return told(matter, record, { title: '已更正' });
  });
  return presentBoard(context, matterId);
}
