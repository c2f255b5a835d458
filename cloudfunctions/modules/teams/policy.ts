import type { ErrorCode } from '@contract/errors';
import type { Actor } from '../../kernel/person';
import { isThere, mayKeep, type Volunteer } from '../volunteers/policy';
import type { TeamDocument, TeamMemberDocument } from './documents';
import { LEADERS_MAX, TEAM_MAX } from './rules';

const open = ({ closed }: TeamDocument): ErrorCode | null => (closed ? 'TEAM_CLOSED' : null);

export const leads = ({ personId }: Actor, team: TeamDocument | null): boolean =>
  team?.leaders.includes(personId) ?? false;

/** An office of the place, or a leader. */
export function mayLead(
  actor: Actor,
  now: number,
  path: readonly string[],
  team: TeamDocument | null,
): ErrorCode | null {
  return leads(actor, team) ? null : mayKeep(actor, now, path);
}

export function mayEdit(actor: Actor, now: number, team: TeamDocument): ErrorCode | null {
  return mayLead(actor, now, team.path, team) ?? open(team);
}

export function mayClose(actor: Actor, now: number, team: TeamDocument): ErrorCode | null {
  return mayKeep(actor, now, team.path) ?? open(team);
}

/** By themselves only: nobody is put into a team by others (TEAM-6). */
export function mayJoin(
  actor: Actor,
  now: number,
  team: TeamDocument,
  volunteer: Volunteer,
  member: TeamMemberDocument | null,
): ErrorCode | null {
  if (member) return 'TEAM_MEMBER';
  if (!isThere(actor, now, volunteer, team.path)) return 'SHIFT_REPORT_FIRST';
  return open(team) ?? (team.members + team.waiting < TEAM_MAX ? null : 'TEAM_FULL');
}

export function mayLeave(member: TeamMemberDocument | null): ErrorCode | null {
  return member ? null : 'TEAM_NOT_MEMBER';
}

/** Offices make leaders of members; a leader steps back also by themselves (TEAM-2). */
export function mayAppoint(
  actor: Actor,
  now: number,
  team: TeamDocument,
  member: TeamMemberDocument | null,
  to: boolean,
): ErrorCode | null {
  const own = !to && member?.personId === actor.personId;
  const denial = own ? null : mayKeep(actor, now, team.path);
  if (denial ?? open(team)) return denial ?? open(team);
  if (member?.state !== 'member') return 'TEAM_NOT_MEMBER';
  const others = team.leaders.filter((one) => one !== member.personId);
  return to && others.length >= LEADERS_MAX ? 'TEAM_LEADERS_FULL' : null;
}
