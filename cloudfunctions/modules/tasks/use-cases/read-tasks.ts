import type { CallInput } from '@contract/calls';
import type { ShiftPreview, TaskDetail, TaskList } from '@contract/tasks';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import { dayOf } from '../../motions/rules/days';
import { shifts } from '../../shifts/repository';
import { leads } from '../../teams/policy';
import { teams } from '../../teams/repository';
import { mayKeep, maySee } from '../../volunteers/policy';
import { volunteers } from '../../volunteers/repository';
import { mayRun } from '../policy';
import { presentTask, taskCase, taskSummary } from '../present';
import { tasks } from '../repository';
import { patternProblem, spansOf } from '../rules/pattern';

export function readTask(context: Context, { id }: CallInput<'tasks.detail'>): Promise<TaskDetail> {
  return presentTask(context, id);
}

export async function listTasks(
  context: Context,
  { placeId, cursor }: CallInput<'tasks.list'>,
): Promise<TaskList> {
  const { actor, now } = context;
  const [place, volunteer] = await Promise.all([
    places.byId(store, placeId),
    volunteers.byId(store, actor.personId),
  ]);
  const { path } = found(place);
  enforce(maySee(actor, now, volunteer, path));
  const keeps = mayKeep(actor, now, path);
  const [page, there] = await Promise.all([tasks.pageAround(path, cursor), teams.openIn(placeId)]);
  const led = there.filter((team) => keeps === null || leads(actor, team));
  return {
    items: page.items.filter((task) => maySee(actor, now, volunteer, task.path) === null).map(taskSummary),
    next: page.next,
    teams: led.map(({ _id: id, name }) => ({ id, name })),
    can: { make: led.length > 0 ? null : keeps },
  };
}

/** Which shifts a pattern would lay down: what is there already and what is past are told apart (TASK-6). */
export async function previewShifts(
  context: Context,
  { id, ...pattern }: CallInput<'tasks.preview'>,
): Promise<ShiftPreview> {
  const { actor, now } = context;
  const { task, team } = await taskCase(store, context, id);
  enforce(mayRun(actor, now, task, team));
  const problem = patternProblem(pattern, dayOf(now));
  if (problem) throw new Refusal('INVALID_INPUT', problem);
  const spans = spansOf(pattern);
  const rows = await shifts.byIds(
    store,
    spans.map(({ startsAt }) => shifts.idOf(id, startsAt)),
  );
  const there = new Set(rows.map(({ startsAt }) => startsAt));
  const stateOf = (startsAt: number) => (startsAt <= now ? 'past' : there.has(startsAt) ? 'there' : 'new');
  return { items: spans.map((span) => ({ ...span, state: stateOf(span.startsAt) })) };
}
