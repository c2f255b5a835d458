import type { CallInput, CallOutput } from '@contract/calls';
import { TEAM_COLOURS, type TeamDetail, type TeamList } from '@contract/teams';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { persons, places } from '../../members/repository';
import { mayKeep, maySee } from '../../volunteers/policy';
import { volunteers } from '../../volunteers/repository';
import { mayLead } from '../policy';
import { presentTeam, teamCase, teamSummary } from '../present';
import { members, teams } from '../repository';
import { COLOUR_LABELS } from '../rules';

export function readTeam(context: Context, { id }: CallInput<'teams.detail'>): Promise<TeamDetail> {
  return presentTeam(context, id);
}

export async function listTeams(
  context: Context,
  { placeId, cursor }: CallInput<'teams.list'>,
): Promise<TeamList> {
  const { actor, now } = context;
  const place = found(await places.byId(store, placeId));
  const [volunteer, mine] = await Promise.all([
    volunteers.byId(store, actor.personId),
    members.allOf(actor.personId),
  ]);
  enforce(maySee(actor, now, volunteer, place.path));
  const page = await teams.pageAround(place.path, cursor);
  return {
    items: page.items.map((team) =>
      teamSummary(team, context, mine.find(({ teamId }) => teamId === team._id) ?? null),
    ),
    next: page.next,
    colours: TEAM_COLOURS.map((id) => ({ id, label: COLOUR_LABELS[id] })),
    can: { make: mayKeep(actor, now, place.path) },
  };
}

/** Names, for the team's own people and the offices over it (SEC-9). */
export async function listMembers(
  context: Context,
  { id, cursor }: CallInput<'teams.members'>,
): Promise<CallOutput<'teams.members'>> {
  const { actor, now } = context;
  const { team, member } = await teamCase(store, context, id);
  const leading = mayLead(actor, now, team.path, team);
  if (member?.state !== 'member') enforce(leading);
  const page = await members.page(id, cursor);
  const shown = leading === null ? page.items : page.items.filter(({ state }) => state === 'member');
  const named = new Map(
    (await persons.ofIds(shown.map(({ personId }) => personId))).map((one) => [one._id, one.name]),
  );
  return {
    items: shown.map(({ _id, personId, state, note, at }) => ({
      ...{ id: _id, name: named.get(personId) ?? '', state, at },
      leader: team.leaders.includes(personId),
      mine: personId === actor.personId,
      note: leading === null ? note : '',
    })),
    next: page.next,
  };
}
