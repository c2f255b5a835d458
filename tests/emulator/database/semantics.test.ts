import { describe, it } from 'vitest';
import { agreeOnOrder, agreeOnProjections, agreeOnQueries, agreeOnUpdates } from './oracle/agreement';

/** The same cases every time; `npm run test:full` makes more. */
const RUNS = { seed: 20250131, numRuns: 1500 };

describe('generated cases, against an oracle written from the documents', () => {
  it('finds what the oracle finds, and refuses what it refuses', () => agreeOnQueries(RUNS));
  it('updates as the oracle does', () => agreeOnUpdates(RUNS));
  it('sorts as the oracle does', () => agreeOnOrder(RUNS));
  it('shows what the oracle shows', () => agreeOnProjections(RUNS));
});
