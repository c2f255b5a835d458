import { database } from './cloud';
import { type Reader, readerOf, type Source, type Stored, type Transaction } from './database';
import { isConflict, isDuplicateKey } from './failures';
import { Refusal } from './refusal';

const ATTEMPTS = 6;

interface SdkTransaction extends Source {
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
}

function transactionOn(source: SdkTransaction): Transaction {
  const reader: Reader = readerOf(source);
  return {
    ...reader,
    async insert<T extends Stored>(collection: string, document: T) {
      await source.collection(collection).add({ data: document });
    },
    async put<T extends Stored>(collection: string, document: T) {
      const { _id, ...data } = document;
      await source.collection(collection).doc(_id).set({ data });
    },
    async remove(collection, id) {
      await source.collection(collection).doc(id).remove();
    },
  };
}

async function attempt<T>(body: (transaction: Transaction) => Promise<T>): Promise<T> {
  const source = (await database.startTransaction()) as SdkTransaction;
  try {
    const result = await body(transactionOn(source));
    await source.commit();
    return result;
  } catch (error) {
    // Also after a commit that was not answered: left open, it would hold its documents for the rest of its 30 s. One that is
    // over, committed or ended by a conflict, refuses this and stays as it is.
    await source.rollback().catch(() => undefined);
    throw error;
  }
}

/**
 * Runs `body` in one transaction, again from its start after a conflict, of an operation or at commit (the SDK repeats only the latter),
 * and after a duplicate key, which means that somebody was first: the second run reads what they wrote. One document's
 * operations must be awaited one after another: two at once in a transaction fail (wire.md).
 * @throws Refusal BUSY when conflicts do not end; whatever `body` throws.
 */
export async function transact<T>(body: (transaction: Transaction) => Promise<T>): Promise<T> {
  for (let round = 1; ; round += 1) {
    try {
      return await attempt(body);
    } catch (error) {
      if (error instanceof Refusal || !(isConflict(error) || isDuplicateKey(error))) throw error;
      if (round === ATTEMPTS) throw new Refusal('BUSY');
      // Jitter, so that two who met do not meet again.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** round));
    }
  }
}
