import { change } from '../../../kernel/change';
import { type Context, newId } from '../../../kernel/context';
import { found } from '../../../kernel/refusal';
import type { TaskDocument } from '../../tasks/documents';
import { tasks } from '../../tasks/repository';
import { cancelled } from '../cancelling';
import { notedShift } from '../moving-up';
import { shifts } from '../repository';

const AT_ONCE = 30;

/** Cancels the coming shifts of a task that has ended, each in a transaction of its own, until none is open (TASK-7). */
export async function sweepTask(context: Context, { _id, ended }: TaskDocument): Promise<void> {
  const { now } = context;
  const open = await shifts.openOf(_id, now, AT_ONCE);
  for (const { _id: shiftId } of open) {
    const own = { ...context, commandId: newId(context, `cancel:${shiftId}`) };
    await change(own, async (transaction) => {
      const shift = found(await shifts.byId(transaction, shiftId));
      if (shift.state === 'cancelled') return { ...notedShift(shift, {}), unchanged: true as const };
      return cancelled(transaction, shift, now, ended?.reason ?? '任务结束了');
    });
  }
  if (open.length === AT_ONCE) return;
  await change({ ...context, commandId: newId(context, 'swept') }, async (transaction) => {
    const task = found(await tasks.byId(transaction, _id));
    await tasks.put(transaction, { ...task, sweeping: false });
    return { subject: { kind: 'task', id: _id }, path: task.path, facts: { swept: true } };
  });
}
