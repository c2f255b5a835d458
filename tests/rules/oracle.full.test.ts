import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../cloudfunctions/modules/motions/rules/decide';
import {
  ALL_RULES,
  expectedOutcome,
  holds,
  tallyOf,
  tallyVoters,
  type Voter,
  voters,
} from '../support/tallies';

/** For each of the rounds that YARD_ROUNDS asks for. */
const ROUNDS = 10;
const CHOICES = ['yes', 'no', 'abstain', 'silent'] as const;

/** Every estate of so many voters with areas of 1 to 3, in every way to vote; voters are in order of their kind. */
function* everyEstate(size: number, from = 0): Generator<Voter[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let kind = from; kind < CHOICES.length * 3; kind++) {
    const choice = CHOICES[kind % CHOICES.length] ?? 'silent';
    for (const rest of everyEstate(size - 1, kind))
      yield [{ choice, area: 1 + Math.floor(kind / 4) }, ...rest];
  }
}

describe('the table of rules, exhaustively', () => {
  it.each(ALL_RULES)(
    '[OWN-1] [DEC-11] agrees with the oracle on every small estate under $rule $options',
    (row) => {
      for (let size = 0; size <= 7; size++) {
        for (const estate of everyEstate(size)) {
          const tally = tallyVoters(estate);
          const { outcome } = decide(row.rule, tally, row.options);
          if (outcome !== expectedOutcome(row.rule, tally, row.options)) {
            expect.fail(`${outcome}: ${JSON.stringify(tally)}`);
          }
        }
      }
    },
  );

  it.each(ALL_RULES)(
    '[DEC-8] agrees with the oracle on large estates under $rule $options',
    ({ rule, options }) => {
      holds(voters(400), (list) => {
        const tally = tallyVoters(list);
        expect(decide(rule, tally, options).outcome).toBe(expectedOutcome(rule, tally, options));
      });
    },
  );

  it.each(ALL_RULES)(
    '[DEC-8] stays exact up to the largest figures under $rule $options',
    ({ rule, options }) => {
      const figure = fc.integer({ min: 0, max: 200_000_000_000 });
      holds(fc.tuple(figure, figure, figure, figure), ([yes, no, abstain, rest]) => {
        const near = rest % 3 === 0 ? Math.floor((yes + no + abstain) / 2) + (rest % 5) - 2 : rest;
        const all = yes + no + abstain + Math.max(0, near);
        const tally = tallyOf([all, all], [yes, yes], [no, no], [abstain, abstain]);
        expect(decide(rule, tally, options).outcome).toBe(expectedOutcome(rule, tally, options));
      });
    },
  );
});
