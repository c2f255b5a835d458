import type { Routes } from '../../kernel/route';
import { joinTeam, leaveTeam } from './use-cases/join-team';
import { closeTeam, editTeam, makeTeam } from './use-cases/keep-team';
import { appointLeader, letIn } from './use-cases/lead-team';
import { listMembers, listTeams, readTeam } from './use-cases/read-teams';

export const teamRoutes: Routes<'teams'> = {
  'teams.list': listTeams,
  'teams.detail': readTeam,
  'teams.members': listMembers,
  'teams.make': makeTeam,
  'teams.edit': editTeam,
  'teams.close': closeTeam,
  'teams.join': joinTeam,
  'teams.leave': leaveTeam,
  'teams.letIn': letIn,
  'teams.appoint': appointLeader,
};
