import type { CallInput } from '@contract/calls';
import type { PathBoard } from '@contract/paths';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { withPhotos } from '../../../kernel/photos';
import { enforce } from '../../../kernel/refusal';
import { matterById, meetingFor, stateOf } from '../matter';
import { mayRecord } from '../policy';
import { presentBoard } from '../present';
import { boardWith, recordOf, told } from '../recording';
import { pathBoards } from '../repository';
import { isOfMeeting } from '../rules/steps';

/** Records that a step was done: its day, who answers for it, the photographed proof (PATH-13, PATH-14). */
export async function recordStep(context: Context, input: CallInput<'paths.record'>): Promise<PathBoard> {
  const { actor, now } = context;
  const { matterId, step, meetingId } = input;
  await matterById(context, store, matterId);
  const proven = await withPhotos(context, input.photos);
  await requirePassed(context, [input.responsible, input.text]);
  await change(proven, async (transaction) => {
    const matter = await matterById(context, transaction, matterId);
    const board = await pathBoards.of(transaction, matterId);
    const meeting = isOfMeeting(step) ? await meetingFor(transaction, matter, meetingId) : null;
    const state = stateOf(matter, board, { meeting });
    enforce(mayRecord(actor, now, step, state));
    const record = recordOf(context, step, input, state);
    await pathBoards.put(transaction, boardWith(matter, board, [...state.records, record]));
    return told(matter, record, { title: '已完成' });
  });
  return presentBoard(context, matterId);
}
