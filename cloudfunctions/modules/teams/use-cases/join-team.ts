import type { CallInput } from '@contract/calls';
import type { TeamDetail } from '@contract/teams';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, personOf } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce } from '../../../kernel/refusal';
import { teamLink } from '../link';
import { noted, takeOut } from '../membership';
import { mayJoin, mayLeave } from '../policy';
import { presentTeam, teamCase } from '../present';
import { members, teams } from '../repository';

/** Joins by oneself: at once where the team is open, else the leaders are asked (TEAM-3). */
export async function joinTeam(context: Context, input: CallInput<'teams.join'>): Promise<TeamDetail> {
  const { id, note = '' } = input;
  const { actor, now } = context;
  await teamCase(store, context, id);
  await requirePassed(context, [note]);
  await change(context, async (transaction) => {
    const { team, volunteer, member } = await teamCase(transaction, context, id);
    enforce(mayJoin(actor, now, team, volunteer, member));
    const state = team.joining === 'open' ? 'member' : 'asked';
    const counted = state === 'member' ? { members: team.members + 1 } : { waiting: team.waiting + 1 };
    await teams.put(transaction, { ...team, ...counted, revision: team.revision + 1 });
    const _id = members.idOf(id, actor.personId);
    await members.put(transaction, { _id, teamId: id, personId: actor.personId, state, note, at: now });
    const asked = state === 'asked' && team.leaders.length > 0;
    const title = `${personOf(context).name}想加入${team.name}`;
    const body = note || '请看看，同不同意。';
    const message = { kind: 'volunteer' as const, title, body, link: teamLink(id) };
    return {
      ...noted(team, { state }),
      messages: asked ? [{ audience: { persons: team.leaders }, ...message }] : [],
    };
  });
  return presentTeam(context, id);
}

/** Leaves, or takes back the asking, whenever one likes (TEAM-4). */
export async function leaveTeam(context: Context, { id }: CallInput<'teams.leave'>): Promise<TeamDetail> {
  await change(context, async (transaction) => {
    const { team, member } = await teamCase(transaction, context, id);
    enforce(mayLeave(member));
    if (member) await takeOut(transaction, team, member);
    return noted(team, { left: true });
  });
  return presentTeam(context, id, true);
}
