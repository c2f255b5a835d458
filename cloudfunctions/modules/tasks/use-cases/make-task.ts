import type { CallInput } from '@contract/calls';
import type { TaskDetail } from '@contract/tasks';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, newId } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal, requireRevision } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import { teams } from '../../teams/repository';
import { maySee } from '../../volunteers/policy';
import { volunteers } from '../../volunteers/repository';
import type { TaskDocument } from '../documents';
import { mayEdit, mayMake, mayRun } from '../policy';
import { presentTask, taskCase } from '../present';
import { tasks } from '../repository';

type Said = Omit<CallInput<'tasks.edit'>, 'clientId' | 'id' | 'revision'>;

/** What people read before they claim; «no special risks» is said as well (TASK-1; 条例 12). */
function wordsOf({ title, what, where, skills, bring, risks, minimumAge, training, dangerous }: Said) {
  const told = { none: risks.none, text: risks.none ? '' : risks.text };
  return { title, what, where, skills, bring, risks: told, minimumAge, training, dangerous };
}

function textsOf({ title, what, where, skills, bring, risks, training }: Said): string[] {
  return [title, what, where, ...skills, bring, risks.none ? '' : risks.text, training];
}

/** Dangerous work has risks to be told of (TASK-1). */
function requireRisks({ dangerous, risks }: Said): void {
  if (dangerous && risks.none) throw new Refusal('INVALID_INPUT', { risks: '有危险的活，请写明有什么风险' });
}

export async function makeTask(context: Context, input: CallInput<'tasks.make'>): Promise<TaskDetail> {
  const { actor, now } = context;
  const { clientId: _once, placeId, teamId, ...said } = input;
  const [place, team, volunteer] = await Promise.all([
    places.byId(store, placeId),
    teams.of(store, teamId),
    volunteers.byId(store, actor.personId),
  ]);
  const { path, name: placeName } = found(place);
  enforce(maySee(actor, now, volunteer, path));
  if (teamId !== null && !team?.path.includes(placeId) && !path.includes(found(team).placeId)) {
    throw new Refusal('INVALID_INPUT', { teamId: '这支队伍不是这里的，请重新选择' });
  }
  enforce(mayMake(actor, now, path, team));
  requireRisks(said);
  await requirePassed(context, textsOf(said));
  const { subjectId } = await change(context, async (transaction) => {
    const task: TaskDocument = {
      ...{ _id: newId(context, 'task'), ...wordsOf(said), placeId, placeName, path },
      ...{ teamId, teamName: team?.name ?? null, insurance: null, state: 'open', laidUntil: null },
      ...{ ended: null, sweeping: false, revision: 1, createdBy: actor.personId, createdAt: now },
    };
    await tasks.put(transaction, task);
    const facts = { dangerous: task.dangerous, minimumAge: task.minimumAge };
    return { subject: { kind: 'task', id: task._id }, path, facts };
  });
  return presentTask(context, subjectId);
}

/** Until the first shift is laid down (TASK-2). */
export async function editTask(context: Context, input: CallInput<'tasks.edit'>): Promise<TaskDetail> {
  const { actor, now } = context;
  const { clientId: _once, id, revision, ...said } = input;
  const first = await taskCase(store, context, id);
  enforce(mayRun(actor, now, { ...first.task, state: 'open' }, first.team));
  requireRisks(said);
  await requirePassed(context, textsOf(said));
  await change(context, async (transaction) => {
    const { task, team } = await taskCase(transaction, context, id);
    enforce(mayEdit(actor, now, task, team));
    requireRevision(task, revision);
    await tasks.put(transaction, { ...task, ...wordsOf(said), revision: task.revision + 1 });
    return { subject: { kind: 'task', id }, path: task.path, facts: { dangerous: said.dangerous } };
  });
  return presentTask(context, id);
}
