import { describe } from 'vitest';
import { twoBallotsAtOnce } from '../support/two-ballots-at-once';

describe.each([
  ['UTC', 60],
  ['America/New_York', 20],
])('two ballots of each voter at once on a machine in %s, %i voters', twoBallotsAtOnce);
