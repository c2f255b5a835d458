import { inTurn } from '../../kernel/in-turn';
import type { Job } from '../../kernel/job';
import { motions } from '../motions/repository';
import { lapseProxies } from './lapse';

const AT_ONCE = 20;

/**
 * Looks once more at the proxies of votes whose roll was made anew (PROXY-13): the call may have broken off, and a proxy that was being
 * given while the roll changed was not there yet. One that fails holds up no other.
 */
export const lapseLeftProxies: Job = {
  name: 'proxies.lapse',
  async run(now, requestId) {
    const due = await motions.proxiesDue(now, AT_ONCE);
    await inTurn('proxies.lapse', requestId, due, async ({ _id: motionId, proxiesDue = 0 }) => {
      await lapseProxies(motionId, requestId);
      await motions.proxiesLookedAt(motionId, proxiesDue);
    });
  },
};
