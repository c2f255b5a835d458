import type { DecideOptions, Figures, RuleId, TallyInput } from '@contract/decision';
import fc from 'fast-check';
import { oracle } from './oracle';

/** Runs a property the same way every time; YARD_ROUNDS multiplies the rounds. */
export function holds<T>(arbitrary: fc.Arbitrary<T>, check: (value: T) => void, rounds = 1_000): void {
  const numRuns = rounds * Number(process.env.YARD_ROUNDS ?? 1);
  fc.assert(fc.property(arbitrary, check), { seed: 20_261_121, numRuns });
}

export const ASSEMBLY_RULES = [
  { rule: 'residents-assembly', options: { membership: 'adults' } },
  { rule: 'residents-assembly', options: { membership: 'households' } },
  { rule: 'residents-delegates', options: {} },
  { rule: 'villagers-assembly', options: { membership: 'adults' } },
  { rule: 'villagers-assembly', options: { membership: 'households' } },
  { rule: 'villagers-delegates', options: {} },
  { rule: 'villagers-group', options: { membership: 'adults' } },
  { rule: 'villagers-group', options: { membership: 'households' } },
] as const satisfies readonly { rule: RuleId; options: DecideOptions }[];

export const OTHER_RULES = [
  { rule: 'owners-ordinary', options: {} },
  { rule: 'owners-special', options: {} },
  { rule: 'affected-unanimous', options: {} },
  { rule: 'households-majority', options: { base: 'cast' } },
  { rule: 'households-majority', options: { base: 'all' } },
  { rule: 'opinion', options: {} },
] as const satisfies readonly { rule: RuleId; options: DecideOptions }[];

export const ALL_RULES: readonly { rule: RuleId; options: DecideOptions }[] = [
  ...ASSEMBLY_RULES,
  ...OTHER_RULES,
];

export function tallyOf(
  all: [number, number],
  yes: [number, number],
  no: [number, number],
  abstain: [number, number],
  present?: number,
): TallyInput {
  const figures = ([heads, area]: [number, number]): Figures => ({ heads, area });
  return {
    all: figures(all),
    cast: { yes: figures(yes), no: figures(no), abstain: figures(abstain) },
    present,
  };
}

/** The oracle's answer to what the engine is asked. */
export function expectedOutcome(rule: RuleId, tally: TallyInput, options: DecideOptions): string {
  const pair = (figures?: Figures): [number, number] => [figures?.heads ?? 0, figures?.area ?? 0];
  return oracle({
    rule,
    membership: options.membership,
    base: options.base,
    turnout: options.turnout,
    all: pair(tally.all),
    agree: pair(tally.cast.yes),
    against: pair(tally.cast.no),
    abstain: pair(tally.cast.abstain),
    present: tally.present,
  });
}

export interface Voter {
  area: number;
  choice: 'yes' | 'no' | 'abstain' | 'silent';
}

/** Voters with areas in 0.01 m²; few and alike often enough that exact thresholds are met. */
export function voters(maxLength = 24): fc.Arbitrary<Voter[]> {
  const area = fc.oneof(fc.constantFrom(1, 2, 3, 5_000, 10_000), fc.integer({ min: 1, max: 30_000 }));
  const choice = fc.constantFrom<Voter['choice'][]>('yes', 'yes', 'yes', 'no', 'abstain', 'silent');
  return fc.array(fc.record({ area, choice }), { maxLength });
}

/** Adds voters up, by code of its own. */
export function tallyVoters(list: readonly Voter[]): TallyInput {
  const sum = (chosen: readonly Voter[]): [number, number] => [
    chosen.length,
    chosen.map(({ area }) => area).reduce((a, b) => a + b, 0),
  ];
  const of = (choice: Voter['choice']) => sum(list.filter((voter) => voter.choice === choice));
  return tallyOf(sum(list), of('yes'), of('no'), of('abstain'));
}
