import type { Job } from '../../kernel/job';
import { describe, log } from '../../kernel/log';
import type { CallingDocument } from './documents';
import { callings } from './repository';
import { settle } from './settle';

const AT_ONCE = 20;
/** Homes are sold and people come of age without anybody signing. */
const COUNTED_AGAIN_MS = 60 * 60 * 1000;

/** One that cannot be counted holds up no other. */
async function settled({ _id: callingId }: CallingDocument, requestId: string, again: boolean) {
  try {
    await settle(callingId, requestId, again);
  } catch (error) {
    log('error', 'demand not counted', { callingId, requestId, ...describe(error) });
  }
}

/**
 * Counts the demands whose last signature was written by a call that broke off (CALL-2), and each once an hour anew: fewer of a body
 * can be enough (CALL-7).
 */
export const settleCallings: Job = {
  name: 'callings.settle',
  async run(now, requestId) {
    for (const calling of await callings.unchecked(AT_ONCE)) await settled(calling, requestId, false);
    for (const calling of await callings.countedBefore(now - COUNTED_AGAIN_MS, AT_ONCE)) {
      await callings.lookedAt(calling, now);
      await settled(calling, requestId, true);
    }
  },
};
