import type { CallInput } from '@contract/calls';
import type { MotionDetail } from '@contract/motions';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { enforce, found, requireRevision } from '../../../kernel/refusal';
import { quiet } from '../announcement';
import { conveningLaw, planOf } from '../drafting';
import { mayEdit, maySee } from '../policy/office';
import { presentById } from '../present';
import { motions } from '../repository';

/** Writes a draft anew; once announced, nothing of a motion can be changed (MOT-5). */
export async function editMotion(context: Context, input: CallInput<'motions.edit'>): Promise<MotionDetail> {
  const { clientId: _once, id, revision, ...drafted } = input;
  const { actor, now } = context;
  await requirePassed(context, [drafted.title, drafted.text, ...drafted.options]);
  await change(context, async (transaction) => {
    const before = found(await motions.byId(transaction, id));
    enforce(maySee(actor, now, before));
    const { conveners } = await conveningLaw(before, now);
    enforce(mayEdit(actor, now, before, conveners));
    requireRevision(before, revision);
    const plan = await planOf(transaction, context, drafted);
    const motion = { ...before, ...plan, revision: before.revision + 1 };
    await motions.put(transaction, motion);
    return quiet(motion, { rule: motion.rule, body: motion.body, worth: motion.worth });
  });
  return presentById(context, id);
}
