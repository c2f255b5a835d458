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
    for (const opinion of await opinions.unanswered(AT_ONCE)) await recheckOpinion(opinion, requestId);
    for (const proposal of await proposals.unanswered(AT_ONCE)) await recheckProposal(proposal, requestId);
  },
};
