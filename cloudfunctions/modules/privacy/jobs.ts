import type { Job } from '../../kernel/job';
import { clearAway } from './clearing';
import { leavers } from './repository';

/** Brings to its end what a leaving left undone, and forgets the homes once the votes are counted (KEEP-2). */
export const forgetLeavers: Job = {
  name: 'privacy.forget-leavers',
  async run(now) {
    for (const person of await leavers.due(now)) await clearAway(person, now);
  },
};
