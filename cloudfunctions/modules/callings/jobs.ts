import { inTurn } from '../../kernel/in-turn';
import type { Job } from '../../kernel/job';
import { callings } from './repository';
import { settle } from './settle';

const AT_ONCE = 20;
/** Homes are sold and people come of age without anybody signing. */
const COUNTED_AGAIN_MS = 60 * 60 * 1000;

/**
 * Counts the demands whose last signature was written by a call that broke off (CALL-2), and each once an hour anew: fewer of a body
 * can be enough (CALL-7).
 */
export const settleCallings: Job = {
  name: 'callings.settle',
  async run(now, requestId) {
    const unchecked = await callings.unchecked(AT_ONCE);
    await inTurn('callings.settle', requestId, unchecked, ({ _id }) => settle(_id, requestId, false));
    const old = await callings.countedBefore(now - COUNTED_AGAIN_MS, AT_ONCE);
    await inTurn('callings.settle', requestId, old, async (calling) => {
      await callings.lookedAt(calling, now);
      await settle(calling._id, requestId, true);
    });
  },
};
