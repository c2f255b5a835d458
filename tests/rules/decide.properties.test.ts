import type { Choice, DecideOptions, Figures, RuleId, TallyInput, VerdictLine } from '@contract/decision';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../cloudfunctions/modules/motions/rules/decide';
import { meets } from '../../cloudfunctions/modules/motions/rules/lines';
import {
  ALL_RULES,
  ASSEMBLY_RULES,
  expectedOutcome,
  holds,
  OTHER_RULES,
  tallyOf,
  tallyVoters,
  type Voter,
  voters,
} from '../support/tallies';

/** Every way in which up to `most` voters can be present and vote. */
function* everyCount(
  most: number,
): Generator<{ all: number; present: number; cast: [number, number, number] }> {
  for (let all = 0; all <= most; all++)
    for (let present = 0; present <= all; present++)
      for (let yes = 0; yes <= present; yes++)
        for (let no = 0; yes + no <= present; no++)
          for (let abstain = 0; yes + no + abstain <= present; abstain++)
            yield { all, present, cast: [yes, no, abstain] };
}

const figure = (heads: number): [number, number] => [heads, 0];

/** Nobody often enough that unanimity is met. */
const heads = fc.oneof(fc.constant(0), fc.nat(9));

/** A tally with any figures that can be, its areas large and unrelated to its heads. */
const anyTally = fc
  .record({
    shares: fc.tuple(heads, heads, heads, heads),
    scale: fc.constantFrom(1, 7, 5_003),
  })
  .chain(({ shares: [yes, no, abstain, silent], scale }) =>
    fc.tuple(...[yes, no, abstain, silent].map((count) => fc.nat(count === 0 ? 0 : 12))).map((areas) => {
      const [a = 0, b = 0, c = 0, d = 0] = areas.map((area) => area * scale);
      return tallyOf([yes + no + abstain + silent, a + b + c + d], [yes, a], [no, b], [abstain, c]);
    }),
  );

describe('decisions, generated', () => {
  it.each(ALL_RULES)(
    '[DEC-3] [DEC-11] agrees with the oracle on every count of up to 7 heads under $rule $options',
    (row) => {
      const { rule, options } = row;
      const seatsKnown = ASSEMBLY_RULES.some((assembly) => assembly.rule === rule);
      for (const { all, present, cast } of everyCount(7)) {
        const [yes, no, abstain] = cast;
        if (!seatsKnown && present !== yes + no + abstain) continue;
        const seats = seatsKnown ? present : undefined;
        const tally = tallyOf(figure(all), figure(yes), figure(no), figure(abstain), seats);
        const { outcome } = decide(rule, tally, options);
        if (outcome !== expectedOutcome(rule, tally, options)) {
          expect.fail(`${rule}: ${outcome} for ${JSON.stringify(tally)}`);
        }
      }
    },
  );

  it.each(OTHER_RULES)(
    '[OWN-4] agrees with the oracle on both axes under $rule $options',
    ({ rule, options }) => {
      const seen = new Set<string>();
      holds(anyTally, (tally) => {
        const { outcome } = decide(rule, tally, options);
        seen.add(outcome);
        expect(outcome).toBe(expectedOutcome(rule, tally, options));
      });
      expect(seen.size, 'the generator reaches every outcome of the rule').toBe(outcomesOf(rule));
    },
  );

  it.each(ALL_RULES)('[DEC-4] keeps $rule $options passed when one more agrees', ({ rule, options }) => {
    let passed = 0;
    holds(fc.tuple(voters(), fc.nat(1_000)), ([list, pick]) => {
      const before = decide(rule, tallyVoters(list), options);
      const others = list.flatMap(({ choice }, index) => (choice === 'yes' ? [] : [index]));
      if (before.outcome !== 'passed' || others.length === 0) return;
      passed++;
      const changed = others[pick % others.length];
      const after = list.map(
        (voter, index): Voter => (index === changed ? { ...voter, choice: 'yes' } : voter),
      );
      expect(decide(rule, tallyVoters(after), options).outcome).toBe('passed');
    });
    // An opinion never passes, and who is affected passes only when nobody is left to agree.
    const never = rule === 'opinion' || rule === 'affected-unanimous';
    expect(passed > 0).toBe(!never);
  });

  it.each(ALL_RULES)('[DEC-5] decides $rule $options alike in any order', ({ rule, options }) => {
    const shuffled = voters().chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    holds(shuffled, ([list, other]) => {
      expect(decide(rule, tallyVoters(other), options)).toEqual(decide(rule, tallyVoters(list), options));
    });
  });

  it.each(ALL_RULES)('[DEC-5] decides $rule $options alike in any unit of area', ({ rule, options }) => {
    holds(fc.tuple(voters(), fc.constantFrom(2, 3, 100, 10_000)), ([list, unit]) => {
      const scaled = list.map((voter) => ({ ...voter, area: voter.area * unit }));
      const met = (of: readonly Voter[]) =>
        decide(rule, tallyVoters(of), options).lines.map((line) => line.met);
      expect(met(scaled)).toEqual(met(list));
      expect(decide(rule, tallyVoters(scaled), options).outcome).toBe(
        decide(rule, tallyVoters(list), options).outcome,
      );
    });
  });

  it.each(ALL_RULES)('[DEC-10] misses exactly as many as $rule $options needs', ({ rule, options }) => {
    holds(anyTally, (tally) => {
      for (const { numerator, denominator, threshold, met, missing } of decide(rule, tally, options).lines) {
        expect(met).toBe(missing === 0);
        if (met || denominator === 0) continue;
        expect(meets(numerator + missing, denominator, threshold)).toBe(true);
        expect(meets(numerator + missing - 1, denominator, threshold)).toBe(false);
      }
    });
  });

  it.each(ALL_RULES)(
    '[DEC-10] is met when as many of the rest agree, and not with one less, under $rule $options',
    (row) => {
      const { rule, options } = row;
      holds(fc.tuple(anyTally, fc.nat(6)), ([tally, silentPresent]) => {
        const withSeats = seat(rule, tally, silentPresent);
        for (const [index, line] of decide(rule, withSeats, options).lines.entries()) {
          const metWith = (more: number) =>
            decide(rule, adding(withSeats, line, more), options).lines[index]?.met;
          if (line.missingFromRest !== null) {
            expect(metWith(line.missingFromRest)).toBe(true);
            if (line.missingFromRest > 0) expect(metWith(line.missingFromRest - 1)).toBe(false);
          } else {
            expect(metWith(unheard(withSeats, line.axis))).toBe(false);
          }
        }
      });
    },
  );

  it('[DEC-6] agrees with the oracle on each option by itself', () => {
    const choices: Choice[] = ['option:1', 'option:2', 'none-of-them', 'abstain'];
    holds(fc.array(fc.tuple(fc.nat(4), fc.nat(300)), { minLength: 5, maxLength: 9 }), (list) => {
      const options: DecideOptions = { optionCount: 2 };
      const tally = optionTally(choices, list);
      for (const rule of ['owners-ordinary', 'owners-special'] as const) {
        const winner = (['option:1', 'option:2'] as const).find(
          (option) => expectedOutcome(rule, against(tally, option), {}) === 'passed',
        );
        expect(decide(rule, tally, options).passed).toBe(winner ?? null);
      }
    });
  });
});

function outcomesOf(rule: RuleId): number {
  if (rule === 'opinion') return 1;
  return rule === 'households-majority' ? 2 : 3;
}

const partOf = (tally: TallyInput, axis: keyof Figures) =>
  Object.values(tally.cast).reduce((sum, figures) => sum + (figures?.[axis] ?? 0), 0);

function seat(rule: RuleId, tally: TallyInput, silentPresent: number): TallyInput {
  if (!ASSEMBLY_RULES.some((assembly) => assembly.rule === rule)) return tally;
  return { ...tally, present: Math.min(tally.all.heads, partOf(tally, 'heads') + silentPresent) };
}

function unheard(tally: TallyInput, axis: keyof Figures): number {
  return tally.all[axis] - partOf(tally, axis);
}

/** The tally after so many more have come, or have agreed: first who is present and silent, then who comes. */
function adding(tally: TallyInput, { kind, axis }: VerdictLine, more: number): TallyInput {
  if (kind === 'turnout' && tally.present !== undefined) return { ...tally, present: tally.present + more };
  const yes = tally.cast.yes ?? { heads: 0, area: 0 };
  const heads = partOf(tally, 'heads') + (axis === 'heads' ? more : 0);
  // Area needs a head that holds it; the line looked at is the one of the area alone.
  const lone = axis === 'area' && more > 0 && yes.heads === 0 ? 1 : 0;
  const present = tally.present === undefined ? undefined : Math.max(tally.present, heads);
  const grown = { ...yes, [axis]: yes[axis] + more };
  const all = { ...tally.all, heads: tally.all.heads + lone };
  return { all, cast: { ...tally.cast, yes: { ...grown, heads: grown.heads + lone } }, present };
}

function optionTally(choices: readonly Choice[], list: readonly [number, number][]): TallyInput {
  const cast: TallyInput['cast'] = {};
  const all = { heads: 0, area: 0 };
  for (const [pick, area] of list) {
    all.heads += 1;
    all.area += area;
    const choice = choices[pick];
    if (!choice) continue;
    const before = cast[choice] ?? { heads: 0, area: 0 };
    cast[choice] = { heads: before.heads + 1, area: before.area + area };
  }
  return { all, cast };
}

/** The same ballots with one option read as 同意 and everything else as 反对. */
function against(tally: TallyInput, option: Choice): TallyInput {
  const yes = tally.cast[option] ?? { heads: 0, area: 0 };
  const no = { heads: partOf(tally, 'heads') - yes.heads, area: partOf(tally, 'area') - yes.area };
  return { all: tally.all, cast: { yes, no } };
}
