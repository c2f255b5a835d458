import type { Job } from '../../kernel/job';
import { describe, log } from '../../kernel/log';
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
    for (const { _id: motionId, proxiesDue = 0 } of await motions.proxiesDue(now, AT_ONCE)) {
      try {
        await lapseProxies(motionId, requestId);
        await motions.proxiesLookedAt(motionId, proxiesDue);
      } catch (error) {
        log('error', 'proxies not looked at', { motionId, requestId, ...describe(error) });
      }
    }
  },
};
