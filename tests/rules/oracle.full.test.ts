import type { TallyInput } from '@contract/decision';
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
const ROUNDS = 50;
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

const largest = fc.integer({ min: 12, max: 1_000_000_000_000 });
const nudge = fc.integer({ min: -2, max: 2 });

/** Within two of taking part by a half, two thirds or all, and of agreeing by a half, three quarters or all. */
const nearThresholds: fc.Arbitrary<TallyInput> = fc
  .record({
    all: largest,
    part: fc.constantFrom([1, 2], [2, 3], [1, 1]),
    agreed: fc.constantFrom([1, 2], [3, 4], [1, 1]),
    nudges: fc.tuple(nudge, nudge, nudge, nudge),
  })
  .map(({ all, part, agreed, nudges: [a, b, c, d] }) => {
    const near = (whole: number, [num, den]: readonly [number, number], by: number) =>
      Math.min(whole, Number((BigInt(whole) * BigInt(num)) / BigInt(den)) + by);
    const took = [near(all, part, a), near(all, part, b)] as const;
    const yes = [near(took[0], agreed, c), near(took[1], agreed, d)] as const;
    return tallyOf([all, all], [...yes], [took[0] - yes[0], took[1] - yes[1]], [0, 0]);
  })
  .filter(({ cast: { no } }) => no?.heads !== 0 || no.area === 0);

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
    '[DEC-3] agrees with the oracle on large estates under $rule $options',
    ({ rule, options }) => {
      const check = (list: Voter[]) => {
        const tally = tallyVoters(list);
        expect(decide(rule, tally, options).outcome).toBe(expectedOutcome(rule, tally, options));
      };
      holds(voters(400), check, ROUNDS);
    },
  );

  it.each(ALL_RULES)(
    '[OWN-4] stays exact at the thresholds of the largest figures under $rule $options',
    (row) => {
      const check = (tally: TallyInput) => {
        const { outcome } = decide(row.rule, tally, row.options);
        expect(outcome).toBe(expectedOutcome(row.rule, tally, row.options));
      };
      holds(nearThresholds, check, ROUNDS);
    },
  );
});
