import type { TaskDetail, TaskSummary } from '@contract/tasks';
import type { Context } from '../../kernel/context';
import type { Reader } from '../../kernel/database';
import { store } from '../../kernel/reader';
import { enforce, found } from '../../kernel/refusal';
import { ownShifts } from '../shifts/own';
import { shifts } from '../shifts/repository';
import { ownClaim, shiftSummary } from '../shifts/views';
import { leaderNames } from '../teams/present';
import { teams } from '../teams/repository';
import { maySee } from '../volunteers/policy';
import { volunteers } from '../volunteers/repository';
import type { TaskDocument } from './documents';
import { mayEdit, mayRun } from './policy';
import { tasks } from './repository';
import { SHIFTS_AT_ONCE } from './rules/pattern';

/** A task that the caller may see, with the team that leads it. @throws Refusal NOT_FOUND */
export async function taskCase(reader: Reader, { actor, now }: Context, id: string) {
  const task = found(await tasks.byId(reader, id));
  const volunteer = await volunteers.byId(reader, actor.personId);
  enforce(maySee(actor, now, volunteer, task.path));
  return { task, team: await teams.of(reader, task.teamId) };
}

export function taskSummary(task: TaskDocument): TaskSummary {
  const { _id: id, title, where, placeName, teamName, dangerous, minimumAge, state } = task;
  return { id, title, where, placeName, teamName, dangerous, minimumAge, state };
}

function insuranceView({ insurance }: TaskDocument): TaskDetail['insurance'] {
  if (!insurance) return null;
  const { insurer, policyNumber, untilOn } = insurance;
  return { insurer, policyNumber, untilOn };
}

export async function presentTask(context: Context, id: string): Promise<TaskDetail> {
  const { actor, now } = context;
  const { task, team } = await taskCase(store, context, id);
  const [rows, own, leaders] = await Promise.all([
    shifts.comingOf(id, now, SHIFTS_AT_ONCE),
    ownShifts(actor.personId, now),
    leaderNames(team),
  ]);
  const mine = new Map(own.map((row) => [row._id, ownClaim(row, actor.personId)]));
  const { what, skills, bring, risks, training, placeId, teamId, revision } = task;
  return {
    ...taskSummary(task),
    ...{ placeId, teamId, what, skills, bring, risks, training, insurance: insuranceView(task), leaders },
    ended: task.ended && { at: task.ended.at, reason: task.ended.reason },
    shifts: rows.map((row) => shiftSummary(row, now, mine.get(row._id) ?? null)),
    revision,
    can: {
      edit: mayEdit(actor, now, task, team),
      insure: mayRun(actor, now, task, team),
      lay: mayRun(actor, now, task, team),
      end: mayRun(actor, now, task, team),
    },
  };
}
