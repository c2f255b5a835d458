import { inTurn } from '../../kernel/in-turn';
import type { Job } from '../../kernel/job';
import { proposals } from '../proposals/repository';
import { opinions } from './repository';
import { recheckOpinion, recheckProposal } from './use-cases/recheck-texts';

/** Texts asked about in one minute; those that get no answer again stay where they are. */
const AT_ONCE = 20;

/** Asks the content check again about texts on which it did not answer (SEC-8). */
export const recheckTexts: Job = {
  name: 'discussion.recheck',
  async run(_now, requestId) {
    await inTurn('discussion.recheck', requestId, await opinions.unanswered(AT_ONCE), (opinion) =>
      recheckOpinion(opinion, requestId),
    );
    await inTurn('discussion.recheck', requestId, await proposals.unanswered(AT_ONCE), (proposal) =>
      recheckProposal(proposal, requestId),
    );
  },
};
