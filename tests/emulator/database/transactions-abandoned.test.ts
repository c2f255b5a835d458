import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Core } from '../../../emulator/database/core';
import { StoredDocument } from '../../../emulator/database/stored';
import type { Transaction } from '../../../emulator/database/transaction';
import { temporaryFolder } from '../support/database-server';

/** What a transaction that nobody ends would hold for ever: seen from inside, since no answer shows it. */
describe('an abandoned transaction', () => {
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });

  const setUp = () => {
    const clock = { elapsed: 0 };
    const { folder, remove } = temporaryFolder();
    const file = path.join(folder, 'cloud.db');
    const elapsed = () => clock.elapsed;
    const core = new Core({ file, collections: [{ name: 'things' }], now: Date.now, elapsed });
    ends.push(async () => {
      await core.disk.close();
      remove();
    });
    const { transactions } = core;
    const collection = core.collection('things');
    const write = (tx: Transaction, n: number) => {
      transactions.enter(tx);
      const document = StoredDocument.of({ _id: 'a', n });
      transactions.write(tx, collection, document.key, document);
    };
    const alone = (n: number) => {
      const tx = transactions.single();
      write(tx, n);
      transactions.commit(tx);
    };
    const remembered = () => [...collection.history.changedKeys(-1)];
    return { clock, transactions, write, alone, remembered };
  };

  it('[CTX-21] gives its locks free when it is swept away', () => {
    const { clock, transactions, write, alone } = setUp();
    const tx = transactions.begin();
    write(tx, 1);
    expect(() => alone(2)).toThrow('Held by another transaction');
    clock.elapsed = 30_000;
    transactions.sweep();
    expect(() => alone(2)).not.toThrow();
    expect(() => transactions.get(tx.id)).toThrow('TransactionNotExist');
  });

  it('[CTX-21] keeps replaced versions only as long as it may read them', () => {
    const { clock, transactions, alone, remembered } = setUp();
    alone(1);
    expect(remembered()).toEqual([]);
    const tx = transactions.begin();
    alone(2);
    // Without a snapshot nothing older can be read.
    expect(remembered()).toEqual([]);
    transactions.enter(tx);
    alone(3);
    alone(4);
    expect(remembered()).toHaveLength(1);
    clock.elapsed = 30_000;
    transactions.sweep();
    expect(remembered()).toEqual([]);
  });

  it('lets go of what only it could read while others stay open', () => {
    const { transactions, alone, remembered } = setUp();
    const [early, late] = [transactions.begin(), transactions.begin()];
    transactions.enter(early);
    alone(1);
    transactions.enter(late);
    expect(remembered()).toHaveLength(1);
    transactions.abort(early);
    expect(remembered()).toEqual([]);
    transactions.abort(late);
  });
});
