import { inTurn } from '../../kernel/in-turn';
import type { Job } from '../../kernel/job';
import { clearAway } from './clearing';
import { leavers } from './repository';

/** Brings to its end what a leaving left undone, and forgets the homes once the votes are counted; one that fails holds up no other (KEEP-2). */
export const forgetLeavers: Job = {
  name: 'privacy.forget-leavers',
  async run(now, requestId) {
    await inTurn('privacy.forget-leavers', requestId, await leavers.due(now), (person) =>
      clearAway(person, now, requestId),
    );
  },
};
