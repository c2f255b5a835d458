import { randomBytes } from 'node:crypto';
import type { WireAnswer, WireCode, WireRequest, WireSuccess } from '../wire';
import type { Core } from './core';
import { DatabaseFailure, invalidParam } from './failure';
import { aggregateDocuments } from './operations/aggregate';
import { calculateDocument, getDocument } from './operations/get';
import { insertDocument } from './operations/insert';
import { modifyDocument } from './operations/modify';
import { removeDocument } from './operations/remove';
import { abortTransaction, commitTransaction, startTransaction } from './operations/transaction';

type Answer = Omit<WireSuccess, 'requestId'>;
type Action = (core: Core, request: WireRequest) => Promise<Answer>;

const withData =
  (action: (core: Core, request: WireRequest) => Promise<Record<string, unknown>>): Action =>
  async (core, request) => ({ data: await action(core, request) });

const withoutData =
  (action: (core: Core, request: WireRequest) => Promise<void> | void): Action =>
  async (core, request) => {
    await action(core, request);
    return {};
  };

const ACTIONS = new Map<string, Action>(
  Object.entries({
    'database.addCollection': withoutData((core, request) => core.addCollection(request.collectionName)),
    'database.insertDocument': withData(insertDocument),
    'database.getDocument': withData(getDocument),
    'database.calculateDocument': withData(calculateDocument),
    'database.modifyDocument': withData(modifyDocument),
    'database.removeDocument': withData(removeDocument),
    'database.aggregateDocuments': withData(aggregateDocuments),
    'database.startTransaction': async (core: Core) => startTransaction(core),
    'database.commitTransaction': withoutData(commitTransaction),
    'database.abortTransaction': withoutData(abortTransaction),
  }),
);

/** Answers one request. Nothing is answered before all that it could have seen or written is on disk. */
export async function dispatch(core: Core, request: WireRequest): Promise<WireAnswer> {
  const requestId = randomBytes(8).toString('hex');
  try {
    const answer = await perform(core, request);
    // A refusal too: it may speak of what another request of this turn has written.
    await core.disk.settled();
    return { requestId, ...answer };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { code: 'SYS_ERR', message: `[InternalError] The local cloud failed: ${message}`, requestId };
  }
}

async function perform(
  core: Core,
  request: WireRequest,
): Promise<Answer | { code: WireCode; message: string }> {
  try {
    const action = ACTIONS.get(request.action);
    if (!action) throw invalidParam(`The local cloud does not support the action ${String(request.action)}`);
    core.transactions.sweep();
    return await action(core, request);
  } catch (error) {
    if (error instanceof DatabaseFailure) return { code: error.code, message: error.message };
    throw error;
  }
}
