import { systemContext } from '../../kernel/context';
import type { Job } from '../../kernel/job';
import { describe, log } from '../../kernel/log';
import { motions } from './repository';
import { COUNT_DELAY_MS } from './rules/clock';
import { decidedClosings } from './rules/extension';
import { countMotion } from './use-cases/count-motion';
import { extendMotion } from './use-cases/extend-motion';
import { forgetChoices } from './use-cases/forget-choices';
import { remindOfBox } from './use-cases/remind-of-box';

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

/** Removes the single choices of counted secret votes, after the count in the same run (SECRET-8). */
export const forgetSecretChoices: Job = {
  name: 'motions.forget-choices',
  async run(_now, requestId) {
    for (const { _id: motionId } of await motions.withChoices(AT_ONCE)) {
      try {
        await forgetChoices(motionId);
      } catch (error) {
        log('error', 'choices not removed', { motionId, requestId, ...describe(error) });
      }
    }
  },
};

/** Reminds the officers of ballot boxes that are to be counted (SECRET-7). */
export const remindOfBoxes: Job = {
  name: 'motions.remind-of-boxes',
  async run(now, requestId) {
    for (const motion of await motions.settling(now - COUNT_DELAY_MS, now)) {
      try {
        await remindOfBox(requestId, motion);
      } catch (error) {
        log('error', 'box not reminded of', { motionId: motion._id, requestId, ...describe(error) });
      }
    }
  },
};
