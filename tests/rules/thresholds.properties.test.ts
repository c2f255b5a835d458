import type { DecideOptions, RuleId, TallyInput } from '@contract/decision';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../cloudfunctions/modules/motions/rules/decide';
import { holds, tallyOf } from '../support/tallies';

type Pair = [number, number];
type Share = readonly [num: number, den: number, strict: boolean];

const TWO_THIRDS: Share = [2, 3, false];
const THREE_QUARTERS: Share = [3, 4, false];
const OVER_HALF: Share = [1, 2, true];

/** The least whole number that is this share of a total, or where it is strict over it; by no arithmetic of the engine's. */
function least(total: number, [num, den, strict]: Share): number {
  const [whole, rest] = [
    (BigInt(total) * BigInt(num)) / BigInt(den),
    (BigInt(total) * BigInt(num)) % BigInt(den),
  ];
  return Number(strict || rest > 0n ? whole + 1n : whole);
}

/** Small enough to meet every remainder, or as large as a city's figures. */
const total = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 1_000_000_000_000 }));

const OWNERS = [
  { rule: 'owners-ordinary', approval: OVER_HALF },
  { rule: 'owners-special', approval: THREE_QUARTERS },
] as const;

const HALF = { quorum: OVER_HALF, who: '过半数' } as const;
const MOST = { quorum: TWO_THIRDS, who: '三分之二以上' } as const;
const ASSEMBLIES: readonly { rule: RuleId; options: DecideOptions; quorum: Share; who: string }[] = [
  { rule: 'residents-assembly', options: { membership: 'adults' }, ...HALF },
  { rule: 'residents-assembly', options: { membership: 'households' }, ...HALF },
  { rule: 'residents-delegates', options: {}, ...MOST },
  { rule: 'villagers-assembly', options: { membership: 'adults' }, ...HALF },
  { rule: 'villagers-assembly', options: { membership: 'households' }, ...MOST },
  { rule: 'villagers-delegates', options: {}, ...MOST },
  { rule: 'villagers-group', options: { membership: 'adults' }, ...MOST },
  { rule: 'villagers-group', options: { membership: 'households' }, ...MOST },
];

/** Of each rule and axis; what is small is met by a few dozen. */
const ROUNDS = 150;

const NOTHING: Pair = [0, 0];
/** A pair of figures of which this axis is the one that matters. */
const on = (axis: 'heads' | 'area', one: number, other: number): Pair =>
  axis === 'heads' ? [one, other] : [other, one];

const metOf = (rule: RuleId, tally: TallyInput, kind: string) =>
  decide(rule, tally)
    .lines.filter((line) => line.kind === kind)
    .map(({ axis, met, missing }) => [axis, met, missing]);

describe('the least that is enough, of any total', () => {
  it.each(OWNERS.flatMap(({ rule }) => (['heads', 'area'] as const).map((axis) => [rule, axis] as const)))(
    '[OWN-1] is two thirds of all for taking part in %s by %s, and 1 less is too few however many take part by the other',
    (rule, axis) => {
      holds(
        fc.tuple(total, total),
        ([all, other]) => {
          const enough = least(all, TWO_THIRDS);
          const roll = on(axis, all, other);
          const took = (figure: number) => tallyOf(roll, on(axis, figure, other), NOTHING, NOTHING);
          expect(decide(rule, took(enough)).outcome).toBe('passed');
          if (axis === 'area' || enough > 1) expect(decide(rule, took(enough - 1)).outcome).toBe('no-quorum');
          if (axis === 'heads' && enough === 1) return;
          const lines = metOf(rule, took(enough - 1), 'turnout');
          expect(lines).toContainEqual([axis, false, 1]);
          expect(lines.filter(([, met]) => met)).toHaveLength(1);
        },
        ROUNDS,
      );
    },
  );

  it.each(OWNERS.flatMap((row) => (['heads', 'area'] as const).map((axis) => ({ ...row, axis }))))(
    '[OWN-2] [OWN-3] [OWN-4] is what $rule asks of those who take part by $axis, and 1 less is too few though all agree by the other',
    ({ rule, approval, axis }) => {
      holds(
        fc.tuple(total, total, fc.boolean()),
        ([part, other, abstained]) => {
          const enough = least(part, approval);
          const split = (agree: number) => {
            const rest = on(axis, part - agree, 0);
            // A head that refuses nothing of the area stands for whoever owns next to nothing.
            const others: Pair = axis === 'area' && part > agree ? [1, rest[1]] : rest;
            const roll: Pair = axis === 'area' ? [other + 1, part] : [part, other];
            const [no, abstain] = abstained ? [NOTHING, others] : [others, NOTHING];
            return tallyOf(roll, on(axis, agree, other), no, abstain);
          };
          if (enough > part) {
            // Nothing is over half of nothing but itself: of 1 only all.
            expect(enough).toBe(part + 1);
            return;
          }
          if (axis === 'area' && !headsAgree(rule, other)) return;
          expect(decide(rule, split(enough)).outcome).toBe('passed');
          if (axis === 'heads' && enough === 1) return;
          expect(decide(rule, split(enough - 1)).outcome).toBe('not-passed');
          expect(metOf(rule, split(enough - 1), 'approval')).toContainEqual([axis, false, 1]);
        },
        ROUNDS,
      );
    },
  );

  it.each(ASSEMBLIES)(
    '[ASM-1] [ASM-2] [ASM-3] [ASM-4] [ASM-5] [ASM-6] [ASM-7] is $who of the members present at $rule $options, and over half of these who agree',
    ({ rule, options, quorum }) => {
      holds(
        fc.tuple(total, fc.nat(1000)),
        ([all, more]) => {
          const present = Math.min(all, least(all, quorum) + more);
          const agree = least(present, OVER_HALF);
          const meeting = (there: number, yes: number) =>
            decide(rule, tallyOf([all, 0], [yes, 0], NOTHING, NOTHING, there), options).outcome;
          expect(meeting(present, agree)).toBe('passed');
          expect(meeting(present, agree - 1)).toBe('not-passed');
          const few = least(all, quorum) - 1;
          expect(meeting(few, few)).toBe('no-quorum');
        },
        ROUNDS,
      );
    },
  );
});

/** Whether all heads but the one that stands beside them are enough by heads. */
function headsAgree(rule: (typeof OWNERS)[number]['rule'], heads: number): boolean {
  const { approval } = OWNERS.find((row) => row.rule === rule) ?? OWNERS[0];
  return heads >= least(heads + 1, approval);
}
