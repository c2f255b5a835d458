import { randomInt } from 'node:crypto';
import type { CallInput } from '@contract/calls';
import type { TaskDetail } from '@contract/tasks';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { enforce, Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../motions/rules/days';
import type { ShiftDocument } from '../../shifts/documents';
import { shifts } from '../../shifts/repository';
import type { TaskDocument } from '../documents';
import { insuranceDenial, mayRun } from '../policy';
import { presentTask, taskCase } from '../present';
import { tasks } from '../repository';
import { patternProblem, type Span, spansOf } from '../rules/pattern';

const HOUR_MS = 3_600_000;
const CODES = 1_000_000;

type Laying = Pick<CallInput<'tasks.layShifts'>, 'places' | 'waitlist' | 'withdrawHours'>;

function shiftOf(
  context: Context,
  task: TaskDocument,
  { startsAt, endsAt }: Span,
  laying: Laying,
): ShiftDocument {
  const { _id: taskId, title, where, placeId, placeName, path, teamId, teamName } = task;
  const { places, waitlist, withdrawHours } = laying;
  return {
    ...{
      _id: shifts.idOf(taskId, startsAt),
      taskId,
      title,
      where,
      placeId,
      placeName,
      path,
      teamId,
      teamName,
    },
    ...{ startsAt, endsAt, month: dayOf(startsAt).slice(0, 7), places, waitlist },
    withdrawUntil: startsAt - withdrawHours * HOUR_MS,
    code: String(randomInt(CODES)).padStart(6, '0'),
    ...{ claims: [], late: [], taken: 0, waiting: 0, next: 1, dueAt: null },
    ...{ state: 'open', cancelled: null, revision: 1, createdAt: context.now },
  };
}

/**
 * Lays down the shifts of a pattern, those that are not there yet: an id is made of task and start, so that two who press at once lay
 * each down once (TASK-6). The task is written with them: its insurance covers the last of them, and it has not ended (TASK-3).
 */
export async function layShifts(context: Context, input: CallInput<'tasks.layShifts'>): Promise<TaskDetail> {
  const { actor, now } = context;
  const { id, firstOn, lastOn, weekdays, from, to, ...laying } = input;
  const pattern = { firstOn, lastOn, weekdays, from, to };
  const { subjectId } = await change(context, async (transaction) => {
    const { task, team } = await taskCase(transaction, context, id);
    enforce(mayRun(actor, now, task, team));
    const problem = patternProblem(pattern, dayOf(now));
    if (problem) throw new Refusal('INVALID_INPUT', problem);
    const coming = spansOf(pattern).filter(({ startsAt }) => startsAt > now);
    const last = coming.at(-1);
    if (!last) throw new Refusal('TIME_IN_PAST');
    const lastDay = dayOf(last.endsAt - 1);
    enforce(insuranceDenial(task, lastDay));
    const ids = coming.map(({ startsAt }) => shifts.idOf(id, startsAt));
    const there = new Set((await shifts.byIds(transaction, ids)).map(({ _id }) => _id));
    const fresh = coming.filter((_, n) => !there.has(ids[n] ?? ''));
    for (const span of fresh) await shifts.insert(transaction, shiftOf(context, task, span, laying));
    const laidUntil = task.laidUntil !== null && task.laidUntil > lastDay ? task.laidUntil : lastDay;
    await tasks.put(transaction, { ...task, laidUntil, revision: task.revision + 1 });
    return { subject: { kind: 'task', id }, path: task.path, facts: { laid: fresh.length } };
  });
  return presentTask(context, subjectId);
}
