import { systemContext } from '../../kernel/context';
import type { Job } from '../../kernel/job';
import { describe, log } from '../../kernel/log';
import { motions } from './repository';
import { COUNT_DELAY_MS } from './rules/clock';
import { decidedClosings } from './rules/extension';
import { countMotion } from './use-cases/count-motion';
import { extendMotion } from './use-cases/extend-motion';

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

/** Decides of the motions that close soon whether they are extended as they announced (EXT-2). */
export const extendMotions: Job = {
  name: 'motions.extend',
  async run(now, requestId) {
    for (const motion of await motions.extensible(decidedClosings(now), AT_ONCE)) {
      try {
        await extendMotion(systemContext(`motions.extend:${motion._id}`, requestId), motion);
      } catch (error) {
        log('error', 'extension not decided', { motionId: motion._id, requestId, ...describe(error) });
      }
    }
  },
};
