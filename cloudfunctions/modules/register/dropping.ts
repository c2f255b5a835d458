import type { Transaction } from '../../kernel/database';
import type { VersionDocument } from './documents';
import { batches, leftovers, namesakes, versions } from './repository';

/**
 * Says of a preview that it is not used, and keeps nothing in it that names people (REG-4). Its content goes afterwards, for one that
 * is emptied first could still be committed; broken off in between, the timer finds it among what is left over.
 */
export async function markDropped(
  transaction: Transaction,
  version: VersionDocument,
  now: number,
): Promise<void> {
  await leftovers.putContent(transaction, version, now);
  const nothing = { problems: [], notes: [], newPlaces: [] };
  const { revision } = version;
  await versions.put(transaction, { ...version, ...nothing, state: 'dropped', revision: revision + 1 });
}

/** Removes what a version held. */
export async function removeContent(contentId: string): Promise<void> {
  await batches.removeOf(contentId);
  await namesakes.removeOf(contentId);
  await leftovers.settle([contentId]);
}
