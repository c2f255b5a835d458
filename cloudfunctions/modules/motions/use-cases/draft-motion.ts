import type { CallInput } from '@contract/calls';
import type { MotionDetail } from '@contract/motions';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { quiet } from '../announcement';
import { planOf } from '../drafting';
import { newDraft } from '../new-draft';
import { presentById } from '../present';
import { motions } from '../repository';

/** Writes a motion down: on an agenda item of a meeting, or in writing with a window of its own (MOT-1). Nobody is told yet. */
export async function draftMotion(
  context: Context,
  input: CallInput<'motions.draft'>,
): Promise<MotionDetail> {
  const { clientId: _once, ...drafted } = input;
  await requirePassed(context, [drafted.title, drafted.text, ...drafted.options]);
  const { subjectId } = await change(context, async (transaction) => {
    const motion = newDraft(context, await planOf(transaction, context, drafted));
    await motions.put(transaction, motion);
    return quiet(motion, { rule: motion.rule, body: motion.body, worth: motion.worth });
  });
  return presentById(context, subjectId);
}
