import type { CallInput } from '@contract/calls';
import type { TeamDetail } from '@contract/teams';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { enforce, Refusal } from '../../../kernel/refusal';
import { teamLink } from '../link';
import { noted, takeOut } from '../membership';
import { mayAppoint, mayEdit } from '../policy';
import { presentTeam, teamCase } from '../present';
import { members, teams } from '../repository';

async function memberOf(transaction: Transaction, teamId: string, memberId: string) {
  const member = await members.byId(transaction, memberId);
  return member?.teamId === teamId ? member : null;
}

const told = (personId: string, title: string, body: string, teamId: string) => [
  { audience: { persons: [personId] }, kind: 'volunteer' as const, title, body, link: teamLink(teamId) },
];

/** Lets somebody in who asked, or not (TEAM-3). */
export async function letIn(context: Context, input: CallInput<'teams.letIn'>): Promise<TeamDetail> {
  const { id, memberId } = input;
  await change(context, async (transaction) => {
    const { team } = await teamCase(transaction, context, id);
    enforce(mayEdit(context.actor, context.now, team));
    const member = await memberOf(transaction, id, memberId);
    if (!member) throw new Refusal('TEAM_NOT_MEMBER');
    if (member.state === 'member') throw new Refusal('TEAM_ANSWERED');
    if (!input.letIn) {
      await takeOut(transaction, team, member);
      const body = '这次没有同意。可以问问队长，也可以看看别的队伍。';
      return {
        ...noted(team, { letIn: false }),
        messages: told(member.personId, `加入${team.name}的申请`, body, id),
      };
    }
    const counts = { waiting: team.waiting - 1, members: team.members + 1 };
    await teams.put(transaction, { ...team, ...counts, revision: team.revision + 1 });
    await members.put(transaction, { ...member, state: 'member', at: context.now });
    const messages = told(member.personId, `您已加入${team.name}`, '可以报名队里的任务了。', id);
    return { ...noted(team, { letIn: true }), messages };
  });
  return presentTeam(context, id);
}

/** Makes a member a leader, or no leader any more; the team counts them (TEAM-2). */
export async function appointLeader(
  context: Context,
  { id, memberId, leads }: CallInput<'teams.appoint'>,
): Promise<TeamDetail> {
  await change(context, async (transaction) => {
    const { team } = await teamCase(transaction, context, id);
    const member = await memberOf(transaction, id, memberId);
    enforce(mayAppoint(context.actor, context.now, team, member, leads));
    const personId = member?.personId ?? '';
    const others = team.leaders.filter((one) => one !== personId);
    const leaders = leads ? [...others, personId] : others;
    await teams.put(transaction, { ...team, leaders, revision: team.revision + 1 });
    const title = leads ? `请您当${team.name}的队长` : `您不再是${team.name}的队长`;
    const body = leads ? '不方便的话，随时可以退下来。' : '您还是队员。';
    return { ...noted(team, { leads }), messages: told(personId, title, body, id) };
  });
  return presentTeam(context, id);
}
