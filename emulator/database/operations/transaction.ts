import type { WireRequest } from '../../wire';
import type { Core } from '../core';
import { runInside } from './run';

/** database.startTransaction: answers the id at the top level. */
export function startTransaction(core: Core): { transactionId: string } {
  return { transactionId: core.transactions.begin().id };
}

/** database.commitTransaction: resolves when the whole of it is on disk. */
export async function commitTransaction(core: Core, request: WireRequest): Promise<void> {
  await runInside(core, request.transactionId, (tx) => core.transactions.commit(tx));
}

/** database.abortTransaction: nothing of it stays. */
export async function abortTransaction(core: Core, request: WireRequest): Promise<void> {
  await runInside(core, request.transactionId, (tx) => core.transactions.abort(tx));
}
