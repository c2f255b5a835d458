import type { TeamDetail, TeamSummary } from '@contract/teams';
import type { Context } from '../../kernel/context';
import type { Reader } from '../../kernel/database';
import { store } from '../../kernel/reader';
import { enforce, found } from '../../kernel/refusal';
import { persons } from '../members/repository';
import { maySee } from '../volunteers/policy';
import { volunteers } from '../volunteers/repository';
import { mayKeep } from '../volunteers/policy';
import type { TeamDocument, TeamMemberDocument } from './documents';
import { leads, mayClose, mayEdit, mayJoin, mayLeave } from './policy';
import { members, teams } from './repository';
import { COLOUR_LABELS } from './rules';

/**
 * A team with the caller's part in it.
 * @param left they were in it a moment ago: who has moved away is shown once more what they left
 * @throws Refusal NOT_FOUND for whoever has nothing to do with the place
 */
export async function teamCase(reader: Reader, { actor, now }: Context, id: string, left = false) {
  const team = found(await teams.byId(reader, id));
  const volunteer = await volunteers.byId(reader, actor.personId);
  const member = await members.ofPerson(reader, id, actor.personId);
  if (!left && !member) enforce(maySee(actor, now, volunteer, team.path));
  return { team, volunteer, member };
}

export function teamSummary(
  team: TeamDocument,
  { actor }: Pick<Context, 'actor'>,
  member: TeamMemberDocument | null,
): TeamSummary {
  const { _id: id, name, colour, placeName, joining } = team;
  const mine = leads(actor, team) ? 'leader' : (member?.state ?? null);
  return {
    id,
    name,
    colour,
    colourLabel: COLOUR_LABELS[colour],
    placeName,
    joining,
    members: team.members,
    mine,
  };
}

/** Names of those who lead, in their order; whoever has left the app is none of them. */
export async function leaderNames(team: TeamDocument | null): Promise<string[]> {
  if (!team || team.leaders.length === 0) return [];
  const rows = await persons.byIds(team.leaders);
  return rows.filter(({ leftAt }) => leftAt === undefined).map(({ name }) => name);
}

export async function presentTeam(context: Context, id: string, left = false): Promise<TeamDetail> {
  const { actor, now } = context;
  const { team, volunteer, member } = await teamCase(store, context, id, left);
  const letIn = mayEdit(actor, now, team);
  return {
    ...teamSummary(team, context, member),
    ...{ placeId: team.placeId, purpose: team.purpose, leaders: await leaderNames(team) },
    closed: team.closed,
    waiting: letIn === null ? team.waiting : 0,
    revision: team.revision,
    can: {
      join: mayJoin(actor, now, team, volunteer, member),
      leave: mayLeave(member),
      edit: letIn,
      close: mayClose(actor, now, team),
      letIn,
      appoint: mayKeep(actor, now, team.path) ?? (team.closed ? 'TEAM_CLOSED' : null),
    },
  };
}
