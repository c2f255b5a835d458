import type { Job } from '../../kernel/job';
import { describe, log } from '../../kernel/log';
import { clearAway } from './clearing';
import { leavers } from './repository';

/** Brings to its end what a leaving left undone, and forgets the homes once the votes are counted; one that fails holds up no other (KEEP-2). */
export const forgetLeavers: Job = {
  name: 'privacy.forget-leavers',
  async run(now, requestId) {
    for (const person of await leavers.due(now)) {
      try {
        await clearAway(person, now, requestId);
      } catch (error) {
        log('error', 'leaver not cleared away', { personId: person._id, requestId, ...describe(error) });
      }
    }
  },
};
