import { setTimeout as sleep } from 'node:timers/promises';
import type { WireRequest } from '../../wire';
import type { Core } from '../core';
import { transactionBusy, transactionConflict, writeFailed } from '../failure';
import { PLAIN_WRITE_WAIT_MS, TRANSACTION_OPERATION_MS } from '../limits';
import type { Transaction } from '../transaction';
import { Blocked } from '../transactions';

/** The work of one request within its transaction; synchronous, so that nothing else runs in between. */
export type Work<T> = (tx: Transaction) => T;

/** While a transaction holds a document, a plain write looks again that often (ms) whether it has expired. */
const LOOK_AGAIN_MS = 50;

/** Runs the work in the transaction that the request names, or by itself. */
export function run<T>(core: Core, request: WireRequest, work: Work<T>): Promise<T> {
  return request.transactionId === undefined || request.transactionId === null
    ? runAlone(core, work)
    : runInside(core, request.transactionId, work);
}

/** Runs one step of an open transaction; work may end with a promise of what remains to be waited for. Whatever fails in it aborts the transaction, as in MongoDB. */
export async function runInside<T>(core: Core, id: unknown, work: Work<T | Promise<T>>): Promise<T> {
  const tx = core.transactions.get(id);
  if (tx.busy) throw transactionBusy();
  tx.busy = true;
  try {
    core.transactions.enter(tx);
    const [result] = await Promise.all([work(tx), sleep(TRANSACTION_OPERATION_MS)]);
    return result;
  } catch (error) {
    core.transactions.abort(tx);
    throw error instanceof Blocked ? transactionConflict() : error;
  } finally {
    tx.busy = false;
  }
}

/**
 * Runs an operation outside of any transaction. It waits for a transaction that holds what it wants to write, as MongoDB does.
 * Of several documents, those written before a failure stay written.
 */
async function runAlone<T>(core: Core, work: Work<T>): Promise<T> {
  const deadline = core.elapsed() + PLAIN_WRITE_WAIT_MS;
  for (;;) {
    const tx = core.transactions.single();
    try {
      const result = work(tx);
      keep(core, tx);
      return result;
    } catch (error) {
      if (!(error instanceof Blocked)) {
        keep(core, tx);
        throw error;
      }
      if (core.elapsed() >= deadline) {
        throw writeFailed(
          'WriteConflict error: this operation conflicted with another operation. Please retry your operation or multi-document transaction.',
        );
      }
      await Promise.race([error.by.ended, sleep(LOOK_AGAIN_MS)]);
      core.transactions.sweep();
    }
  }
}

/** Makes what a single operation wrote current; its answer waits for the disk (dispatch.ts). */
function keep(core: Core, tx: Transaction): void {
  if (tx.writes.size > 0) core.transactions.commit(tx);
}
