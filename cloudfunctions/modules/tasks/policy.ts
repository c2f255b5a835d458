import type { ErrorCode } from '@contract/errors';
import type { Actor } from '../../kernel/person';
import type { TeamDocument } from '../teams/documents';
import { mayLead } from '../teams/policy';
import type { TaskDocument } from './documents';

const open = ({ state }: TaskDocument): ErrorCode | null => (state === 'open' ? null : 'TASK_ENDED');

/** Offices of the place, and leaders of the team that it is for. */
export function mayMake(
  actor: Actor,
  now: number,
  path: readonly string[],
  team: TeamDocument | null,
): ErrorCode | null {
  return mayLead(actor, now, path, team) ?? (team?.closed ? 'TEAM_CLOSED' : null);
}

/** Until the first shift is laid down (TASK-2). */
export function mayEdit(
  actor: Actor,
  now: number,
  task: TaskDocument,
  team: TeamDocument | null,
): ErrorCode | null {
  const denial = mayLead(actor, now, task.path, team) ?? open(task);
  return denial ?? (task.laidUntil === null ? null : 'TASK_LAID');
}

/** Insurance, shifts and the end. */
export function mayRun(
  actor: Actor,
  now: number,
  task: TaskDocument,
  team: TeamDocument | null,
): ErrorCode | null {
  return mayLead(actor, now, task.path, team) ?? open(task);
}

/** Dangerous work has its insurance recorded, until this day at least (TASK-3; 条例 17). */
export function insuranceDenial(
  { dangerous, insurance }: Pick<TaskDocument, 'dangerous' | 'insurance'>,
  lastOn: string,
): ErrorCode | null {
  if (!dangerous) return null;
  return insurance && insurance.untilOn >= lastOn ? null : 'TASK_INSURANCE';
}
