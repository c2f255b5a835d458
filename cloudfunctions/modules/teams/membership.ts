import type { Change } from '../../kernel/change';
import type { Transaction } from '../../kernel/database';
import type { TeamDocument, TeamMemberDocument } from './documents';
import { members, teams } from './repository';

/** A change of a team's people, as the audit keeps it: no names. */
export const noted = (team: TeamDocument, facts: Record<string, unknown>): Change => ({
  ...{ subject: { kind: 'team', id: team._id }, path: team.path, facts },
});

/** Takes somebody out, and their leading with it; the team counts in the same transaction (TEAM-4). */
export async function takeOut(
  transaction: Transaction,
  team: TeamDocument,
  member: TeamMemberDocument,
): Promise<void> {
  const gone = member.state === 'member' ? { members: team.members - 1 } : { waiting: team.waiting - 1 };
  const leaders = team.leaders.filter((one) => one !== member.personId);
  await teams.put(transaction, { ...team, ...gone, leaders, revision: team.revision + 1 });
  await members.remove(transaction, member._id);
}
