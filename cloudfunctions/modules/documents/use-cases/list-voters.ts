import type { CallInput } from '@contract/calls';
import type { VoterGroup, VoterPapers } from '@contract/documents';
import type { Context } from '../../../kernel/context';
import { isSecret } from '../../motions/rules/secret';
import { type Group, type Voters, votersOfMotion } from '../gather/groups';
import { reachesGroup } from '../policy';
import { partsOf } from '../rules/voters';
import { votedMotion } from '../voter-papers';

function groupView({ id, name }: Group, all: Voters['voters'], takesPaper: boolean): VoterGroup {
  const own = all.filter(({ groupId }) => groupId === id);
  const notVoted = own.filter(({ voted }) => !voted).length;
  return {
    ...{ id, name, voters: own.length, notVoted },
    parts: {
      'paper-ballots': takesPaper ? partsOf('paper-ballots', own.length) : 0,
      'door-list': partsOf('door-list', notVoted),
    },
  };
}

/** The buildings whose papers the caller may make, with how many they are about (DOC-6, DOC-8). */
export async function listVoters(
  context: Context,
  { id }: CallInput<'documents.voters'>,
): Promise<VoterPapers> {
  const motion = await votedMotion(context, id);
  const { groups, voters } = await votersOfMotion(motion);
  const reached = groups.filter(({ path }) => reachesGroup(context.actor, context.now, path));
  return {
    motionId: motion._id,
    title: motion.title,
    secret: isSecret(motion),
    groups: reached.map((group) => groupView(group, voters, Boolean(motion.paper))),
  };
}
