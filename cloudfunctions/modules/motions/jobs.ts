import { systemContext } from '../../kernel/context';
import type { Job } from '../../kernel/job';
import { describe, log } from '../../kernel/log';
import { motions } from './repository';
import { COUNT_DELAY_MS } from './rules/clock';
import { countMotion } from './use-cases/count-motion';

const AT_ONCE = 20;

/** Counts the motions whose time is over (CLK-3); one that cannot be counted holds up no other. */
export const countMotions: Job = {
  name: 'motions.count',
  async run(now, requestId) {
    const due = await Promise.all([
      motions.closedBy(now - COUNT_DELAY_MS, AT_ONCE),
      motions.settledBy(now - COUNT_DELAY_MS, AT_ONCE),
    ]);
    for (const motion of due.flat()) {
      try {
        await countMotion(systemContext(`motions.count:${motion._id}`, requestId), motion);
      } catch (error) {
        log('error', 'motion not counted', { motionId: motion._id, requestId, ...describe(error) });
      }
    }
  },
};
