import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../emulator/database';
import { temporaryFolder } from '../support/database-server';
import { GIVE_UP, Interleaving, stepsOf, type Tally } from '../support/interleaving';

const ROUNDS = 40;

let place: ReturnType<typeof temporaryFolder>;
let database: Database;
const clock = { elapsed: 0 };
const tally: Tally = {};

beforeAll(async () => {
  place = temporaryFolder();
  database = await openDatabase({
    file: path.join(place.folder, 'cloud.db'),
    collections: [{ name: 'things' }],
    now: () => 0,
    elapsed: () => clock.elapsed,
  });
});
afterAll(async () => {
  await database.close();
  place.remove();
});

describe('transactions in any order', () => {
  it.each([2, 3, 5])('[CTX-23] answer as snapshot isolation says, %i at a time', async (transactions) => {
    const property = fc.asyncProperty(stepsOf(transactions), (steps) =>
      new Interleaving(database, clock, tally).play(steps),
    );
    await fc.assert(property, { seed: 20_261_121 + transactions, numRuns: ROUNDS, ...GIVE_UP });
  });

  it('were generated so that each outcome was met', () => {
    for (const met of [
      'conflict over held',
      'conflict over changed',
      'inside duplicate',
      'inside ended',
      'commit done',
      'rollback done',
      'outside waits',
    ]) {
      expect(tally[met] ?? 0, met).toBeGreaterThan(10);
    }
  });
});
