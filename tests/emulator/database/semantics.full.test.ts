import { describe, it } from 'vitest';
import { agreeOnOrder, agreeOnProjections, agreeOnQueries, agreeOnUpdates } from './oracle/agreement';

/** How many times as many cases as in the quick test; each round has a seed of its own. */
const ROUNDS = Number(process.env.YARD_ROUNDS ?? 10);

describe(`generated cases in ${ROUNDS} rounds, against an oracle written from the documents`, () => {
  const rounds = Array.from({ length: ROUNDS }, (_unused, round) => ({ seed: 1000 + round, numRuns: 1500 }));
  const timeout = 60_000 + ROUNDS * 10_000;
  it('finds what the oracle finds, and refuses what it refuses', { timeout }, () =>
    rounds.forEach(agreeOnQueries),
  );
  it('updates as the oracle does', { timeout }, () => rounds.forEach(agreeOnUpdates));
  it('sorts as the oracle does', { timeout }, () => rounds.forEach(agreeOnOrder));
  it('shows what the oracle shows', { timeout }, () => rounds.forEach(agreeOnProjections));
});
