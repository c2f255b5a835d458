import type { Stored } from './database';
import { describe, log } from './log';

/**
 * A job's work on each document that is due, one after another: where one fails that is logged with the document's id, the others
 * have their turn all the same, and the next minute tries it again.
 */
export async function inTurn<T extends Stored>(
  job: string,
  requestId: string,
  due: readonly T[],
  work: (one: T) => Promise<unknown>,
): Promise<void> {
  for (const one of due) {
    try {
      await work(one);
    } catch (error) {
      log('error', 'job failed for one', { job, id: one._id, requestId, ...describe(error) });
    }
  }
}
