import type { WireRequest } from '../../wire';
import type { Core } from '../core';
import { run } from './run';
import { select, selection } from './select';

/** database.removeDocument: answers how many were removed. */
export async function removeDocument(core: Core, request: WireRequest): Promise<Record<string, unknown>> {
  const collection = core.collection(request.collectionName);
  const query = selection(request, core.now());
  const deleted = await run(core, request, (tx) => {
    const found = select(core, request, tx, collection, query);
    const chosen = request.multi === true ? found : found.slice(0, 1);
    for (const { key } of chosen) core.transactions.write(tx, collection, key, undefined);
    return chosen.length;
  });
  return { deleted };
}
