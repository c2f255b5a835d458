import { inTurn } from '../../kernel/in-turn';
import type { Job } from '../../kernel/job';
import { callings } from './repository';
import { settle } from './settle';

const AT_ONCE = 20;

/** Counts the demands whose last signature was written by a call that broke off (CALL-2). */
export const settleCallings: Job = {
  name: 'callings.settle',
  async run(_now, requestId) {
    const due = await callings.unchecked(AT_ONCE);
    await inTurn('callings.settle', requestId, due, ({ _id }) => settle(_id, requestId));
  },
};
