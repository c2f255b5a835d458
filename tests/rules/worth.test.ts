import type { Outcome, Worth } from '@contract/decision';
import { describe, expect, it } from 'vitest';
import { decisionOfAll } from '../../cloudfunctions/modules/motions/rules/worth';

describe('what the counted votes of a matter come to', () => {
  const vote = (worth: Worth, outcome: Outcome, countedAt: number) => ({ worth, outcome, countedAt });
  const poll = vote('straw', 'passed', 1);

  it.each([
    ['nothing without a vote', [], 'nothing'],
    ['nothing by an opinion', [vote('opinion', 'passed', 1)], 'nothing'],
    ['what a poll said, until the statutory vote', [poll], 'passed'],
    ['what the statutory vote said after it', [vote('statutory', 'no-quorum', 2), poll], 'failed'],
    [
      'the statutory yes after a failed poll',
      [vote('straw', 'not-passed', 1), vote('statutory', 'passed', 2)],
      'passed',
    ],
    ['a new poll after a failed statutory vote', [vote('statutory', 'not-passed', 0), poll], 'passed'],
  ] as const)('[MOT-9] is %s', (_what, votes, decision) => {
    expect(decisionOfAll(votes)).toBe(decision);
  });
});
