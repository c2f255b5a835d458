import type { CallInput } from '@contract/calls';
import type { MotionDetail } from '@contract/motions';
import { change } from '../../../kernel/change';
import { serverNow } from '../../../kernel/clock';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { enforce, found, requireRevision } from '../../../kernel/refusal';
import { announced, quiet } from '../announcement';
import { conveningLaw } from '../drafting';
import { followCancelled } from '../follow';
import { mayCancel, maySee } from '../policy/office';
import { presentById } from '../present';
import { motions } from '../repository';

/** Takes a draft away, or an announced motion until a minute before it opens (MOT-10), with the reason for all who were told. */
export async function cancelMotion(
  context: Context,
  input: CallInput<'motions.cancel'>,
): Promise<MotionDetail> {
  const { actor, now } = context;
  await requirePassed(context, [input.reason]);
  await change(context, async (transaction) => {
    const before = found(await motions.byId(transaction, input.id));
    enforce(maySee(actor, now, before));
    const { conveners } = await conveningLaw(before, now);
    // Asked at the write, not at the call: the minute before it opens is counted from here (MOT-10).
    enforce(mayCancel(actor, serverNow(), before, conveners));
    requireRevision(before, input.revision);
    const cancelled = { at: now, reason: input.reason };
    const motion = { ...before, state: 'cancelled' as const, cancelled, revision: before.revision + 1 };
    await motions.put(transaction, motion);
    if (before.state === 'draft') return quiet(motion);
    await followCancelled(transaction, context, motion);
    const title = `表决取消：${motion.title}`;
    return announced(motion, { kind: 'cancelled', title, body: `原因：${input.reason}` });
  });
  return presentById(context, input.id);
}
