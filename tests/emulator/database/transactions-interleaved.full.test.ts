import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../emulator/database';
import { temporaryFolder } from '../support/database-server';
import { Interleaving, stepsOf, type Tally } from '../support/interleaving';

const ROUNDS = Number(process.env.YARD_ROUNDS ?? 1) * 100;

describe('transactions in any order', () => {
  it.each([2, 3, 4, 5])(
    `answer as snapshot isolation says, %i at a time, in ${ROUNDS} orders`,
    {
      timeout: 60_000 + ROUNDS * 200,
    },
    async (transactions) => {
      const { folder, remove } = temporaryFolder();
      onTestFinished(remove);
      const clock = { elapsed: 0 };
      const database = await openDatabase({
        file: path.join(folder, 'cloud.db'),
        collections: [{ name: 'things' }],
        now: () => 0,
        elapsed: () => clock.elapsed,
      });
      onTestFinished(() => database.close());
      const tally: Tally = {};
      const property = fc.asyncProperty(stepsOf(transactions), (steps) =>
        new Interleaving(database, clock, tally).play(steps),
      );
      await fc.assert(property, { seed: 7 + transactions, numRuns: ROUNDS });
      expect(tally['commit done']).toBeGreaterThan(ROUNDS / 10);
    },
  );
});
