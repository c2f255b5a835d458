import type { CallInput } from '@contract/calls';
import type { ErrorCode } from '@contract/errors';
import type { TaskDetail } from '@contract/tasks';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, requireRevision } from '../../../kernel/refusal';
import { mayLead } from '../../teams/policy';
import type { TaskDocument } from '../documents';
import { insuranceDenial, mayRun } from '../policy';
import { presentTask, taskCase } from '../present';
import { tasks } from '../repository';

interface Running {
  id: string;
  revision: number;
  texts: string[];
  denial?: (task: TaskDocument) => ErrorCode | null;
  make: (task: TaskDocument) => TaskDocument;
  facts: Record<string, unknown>;
}

async function run(
  context: Context,
  { id, revision, texts, denial, make, facts }: Running,
): Promise<TaskDetail> {
  const { actor, now } = context;
  const first = await taskCase(store, context, id);
  enforce(mayLead(actor, now, first.task.path, first.team));
  await requirePassed(context, texts);
  await change(context, async (transaction) => {
    const { task, team } = await taskCase(transaction, context, id);
    enforce(mayRun(actor, now, task, team));
    requireRevision(task, revision);
    const after = make(task);
    enforce(denial?.(after) ?? null);
    await tasks.put(transaction, { ...after, revision: task.revision + 1 });
    return { subject: { kind: 'task', id }, path: task.path, facts };
  });
  return presentTask(context, id);
}

/** The accident insurance of dangerous work; one that ends before a shift that is laid down is refused (TASK-3; 条例 17). */
export function insureTask(context: Context, input: CallInput<'tasks.insure'>): Promise<TaskDetail> {
  const { id, revision, insurer, policyNumber, untilOn } = input;
  const insurance = { insurer, policyNumber, untilOn, at: context.now, by: context.actor.personId };
  return run(context, {
    ...{ id, revision, texts: [insurer, policyNumber], facts: { untilOn } },
    denial: (task) => (task.laidUntil === null ? null : insuranceDenial(task, task.laidUntil)),
    make: (task) => ({ ...task, insurance }),
  });
}

/** Ends it; its coming shifts are cancelled by the timer, and everybody in them is told (TASK-7). */
export function endTask(context: Context, input: CallInput<'tasks.end'>): Promise<TaskDetail> {
  const { id, revision, reason } = input;
  const ended = { at: context.now, reason, by: context.actor.personId };
  return run(context, {
    ...{ id, revision, texts: [reason], facts: { ended: true } },
    make: (task) => ({ ...task, state: 'ended', ended, sweeping: true }),
  });
}
