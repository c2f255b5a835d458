import { transact } from '../../../kernel/transact';
import { audit, seals } from '../repository';
import { contentHash, NOTHING_BEFORE, sealHash } from '../seal';

/** Few enough for one transaction of a few hundred milliseconds. */
const BATCH = 50;
const BATCHES_A_RUN = 20;

async function sealBatch(now: number): Promise<number> {
  const entries = await audit.unsealed(BATCH);
  if (entries.length === 0) return 0;
  await transact(async (transaction) => {
    // Somebody else's run may have sealed one of them since they were read: then this batch is drawn anew next minute.
    for (const entry of entries) if (await audit.isSealed(transaction, entry._id)) return;
    const head = await seals.head(transaction);
    const number = (head?.number ?? 0) + 1;
    const previous = head?.hash ?? NOTHING_BEFORE;
    const content = contentHash(entries);
    const hash = sealHash(number, previous, content);
    await seals.insert(transaction, {
      _id: `seal-${number}`,
      number,
      previous,
      entryIds: entries.map((entry) => entry._id),
      content,
      hash,
      at: now,
    });
    await seals.putHead(transaction, { _id: 'audit-head', number, hash });
    for (const entry of entries) await audit.markSealed(transaction, entry);
  });
  return entries.length;
}

/** Chains what is not sealed yet, oldest ids first, batch by batch. */
export async function sealEntries(now: number): Promise<void> {
  for (let batch = 0; batch < BATCHES_A_RUN; batch += 1) {
    if ((await sealBatch(now)) < BATCH) return;
  }
}
