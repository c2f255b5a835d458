import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WireAnswer } from '../../../emulator/wire';
import { type DatabaseServer, startDatabaseServer } from '../support/database-server';
import { GIVE_UP, type Step } from '../support/interleaving';
import { outcomeOf, wireOf } from '../support/transaction-wire';

const COLLECTION = {
  name: 'things',
  indexes: [{ name: 'n_1', keys: [{ field: 'n', order: 1 as const }], unique: true }],
};

/** Many writers of few values. */
const by = fc.integer({ min: 0, max: 2 });
const write = fc.record({
  kind: fc.constantFrom('add', 'set', 'update'),
  id: fc.constantFrom('a', 'b', 'c'),
  n: fc.integer({ min: 0, max: 2 }),
});
const removal = fc.record({ kind: fc.constant('remove' as const), id: fc.constantFrom('a', 'b', 'c') });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ by, does: write }) },
    { weight: 1, arbitrary: fc.record({ by, does: removal }) },
    { weight: 3, arbitrary: fc.record({ by, does: fc.constantFrom('commit', 'commit', 'rollback') }) },
    { weight: 2, arbitrary: fc.record({ by: fc.constant('outside' as const), does: write }) },
    { weight: 1, arbitrary: fc.record({ by: fc.constant('outside' as const), does: removal }) },
  ),
  { minLength: 10, maxLength: 30, size: 'max' },
);

let server: DatabaseServer;

beforeAll(async () => {
  server = await startDatabaseServer({ collections: [COLLECTION] });
});
afterAll(() => server.close());

const handle = (request: { action: string; [field: string]: unknown }) =>
  server.database.handle({ collectionName: 'things', ...request });

const begin = async () => {
  const answer = await handle({ action: 'database.startTransaction' });
  return 'code' in answer ? '' : (answer.transactionId ?? '');
};

/** Plays the steps, whatever they come to, and hands each answer to `tell`; after each step everybody sees different values. */
async function play(steps: Step[], tell: (answer: WireAnswer) => void): Promise<void> {
  await handle({ action: 'database.removeDocument', multi: true });
  const open = new Map<number, string>();
  const waiting: Promise<unknown>[] = [];
  for (const step of steps) {
    if (step.by === 'time') continue;
    if (step.by === 'outside') waiting.push(handle(wireOf(step.does)).then(tell));
    else {
      const transactionId = open.get(step.by) ?? (await begin());
      open.set(step.by, transactionId);
      if (typeof step.does === 'object') tell(await handle({ ...wireOf(step.does), transactionId }));
      else if (step.does !== 'begin') await end(step.does, transactionId);
      if (step.does === 'commit' || step.does === 'rollback') open.delete(step.by);
    }
    const seen = outcomeOf(await handle(wireOf({ kind: 'find', from: 0 })));
    if (typeof seen !== 'object' || !('rows' in seen)) throw new Error('no rows');
    expect(new Set(seen.rows.map(([, n]) => n)).size).toBe(seen.rows.length);
  }
  for (const transactionId of open.values()) await end('rollback', transactionId);
  await Promise.all(waiting);
}

const end = (how: 'commit' | 'rollback', transactionId: string) =>
  handle({ action: `database.${how === 'commit' ? 'commit' : 'abort'}Transaction`, transactionId });

describe('a unique index and transactions in any order', () => {
  it('[CTX-24] never shows one value twice, and leaves nobody waiting', async () => {
    const met = { refused: 0, conflict: 0 };
    const tell = (answer: WireAnswer) => {
      if (!('code' in answer)) return;
      if (answer.message.includes('index: n_1 dup key')) met.refused += 1;
      if (answer.code === 'DATABASE_TRANSACTION_CONFLICT') met.conflict += 1;
    };
    const property = fc.asyncProperty(steps, (steps) => play(steps, tell));
    await fc.assert(property, { seed: 20_261_121, numRuns: 40, ...GIVE_UP });
    expect(met.refused).toBeGreaterThan(20);
    expect(met.conflict).toBeGreaterThan(20);
  });
});
