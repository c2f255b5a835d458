import fc from 'fast-check';
import { beforeAll, afterAll, describe, expect, it, vi } from 'vitest';
import type { Choice, DecideOptions, RuleId } from '@contract/decision';
import { checkBundle } from '../../scripts/verify/check-bundle';
import { FUNCTION_ENV } from '../support/function-env';
import { bundleOf, sealedVote, type SealedVoter } from '../support/sealed-votes';
import { ALL_RULES, ASSEMBLY_RULES, holds } from '../support/tallies';

beforeAll(() => vi.stubEnv('YARD_SIGNING_KEY', FUNCTION_ENV.YARD_SIGNING_KEY));
afterAll(() => vi.unstubAllEnvs());

const check = (bundle: string) => checkBundle(Buffer.from(bundle));
const wrong = (bundle: string) =>
  check(bundle).findings.flatMap(({ holds: right, words }) => (right ? [] : [words]));

const PLAIN = ['yes', 'yes', 'yes', 'no', 'abstain'] as const;
const OPTIONS = ['option:1', 'option:1', 'option:2', 'option:3', 'none-of-them', 'abstain'] as const;

function votersOf(choices: readonly Choice[]): fc.Arbitrary<SealedVoter[]> {
  const voter = fc.record({
    area: fc.oneof(fc.constantFrom(0, 1, 5000), fc.integer({ min: 0, max: 30_000 })),
    choice: fc.option(fc.constantFrom(...choices), { freq: 4, nil: undefined }),
    revision: fc.integer({ min: 1, max: 3 }),
    channel: fc.constantFrom(undefined, 'paper' as const, 'door' as const),
    unproven: fc.constantFrom(undefined, undefined, true as const),
    aside: fc.constantFrom(undefined, undefined, undefined, true as const),
  });
  return fc.array(voter, { maxLength: 9 });
}

const assemblies: readonly { rule: RuleId }[] = ASSEMBLY_RULES;
const opinionWith = [{ rule: 'owners-special', options: {}, worth: 'opinion' } as const];
const ruled = fc.constantFrom<{ rule: RuleId; options: DecideOptions; worth?: 'opinion' }>(
  ...ALL_RULES,
  ...opinionWith,
  { rule: 'households-majority', options: { base: 'cast', turnout: { num: 1, den: 2, strict: true } } },
  // As much as a draft may ask for.
  { rule: 'households-majority', options: { base: 'all', turnout: { num: 1000, den: 1000, strict: false } } },
);

describe('a full bundle that is added up again', () => {
  it('[SEAL-8] comes to the published result under every rule, with options, absent, paper, set aside and old ballots', () => {
    const vote = fc.tuple(ruled, fc.boolean()).chain(([by, several]) => {
      const options = several && by.rule !== 'affected-unanimous' ? ['东门', '西门', '南门'] : [];
      return fc.tuple(
        fc.constant({ by, options }),
        votersOf(options.length > 0 ? OPTIONS : PLAIN),
        fc.nat(9),
      );
    });
    const outcomes = new Set<string>();
    holds(
      vote,
      ([{ by, options }, voters, more]) => {
        const cast = voters.filter(({ choice, aside }) => choice && !aside).length;
        const meets = assemblies.some(({ rule }) => rule === by.rule) && more > 2;
        const present = meets ? Math.min(voters.length, cast + more) : null;
        const { membership = null, base = null, turnout = null } = by.options;
        const terms = {
          rule: by.rule,
          membership,
          base,
          turnout,
          options,
          worth: by.worth ?? ('straw' as const),
        };
        const sealed = sealedVote(voters, terms, present);
        outcomes.add(sealed.verdict.outcome);
        for (const version of ['full', 'public'] as const)
          expect(wrong(bundleOf(sealed, version))).toEqual([]);
      },
      300,
    );
    expect([...outcomes].sort()).toEqual(['no-quorum', 'no-threshold', 'not-passed', 'passed']);
  });
});
