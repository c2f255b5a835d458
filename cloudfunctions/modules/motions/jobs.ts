import { systemContext } from '../../kernel/context';
import { inTurn } from '../../kernel/in-turn';
import type { Job } from '../../kernel/job';
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
    await inTurn('motions.count', requestId, due.flat(), (motion) =>
      countMotion(systemContext(`motions.count:${motion._id}`, requestId), motion),
    );
  },
};

/** Decides of the motions that close soon whether they are extended as they announced (EXT-2). */
export const extendMotions: Job = {
  name: 'motions.extend',
  async run(now, requestId) {
    const due = await motions.extensible(decidedClosings(now), AT_ONCE);
    await inTurn('motions.extend', requestId, due, (motion) =>
      extendMotion(systemContext(`motions.extend:${motion._id}`, requestId), motion),
    );
  },
};

/** Removes the single choices of counted secret votes, after the count in the same run (SECRET-8). */
export const forgetSecretChoices: Job = {
  name: 'motions.forget-choices',
  async run(_now, requestId) {
    const due = await motions.withChoices(AT_ONCE);
    await inTurn('motions.forget-choices', requestId, due, ({ _id }) => forgetChoices(_id));
  },
};

/** Reminds the officers of ballot boxes that are to be counted (SECRET-7). */
export const remindOfBoxes: Job = {
  name: 'motions.remind-of-boxes',
  async run(now, requestId) {
    const due = await motions.settling(now - COUNT_DELAY_MS, now);
    await inTurn('motions.remind-of-boxes', requestId, due, (motion) => remindOfBox(requestId, motion));
  },
};
