import type { Choice, DecideOptions, RuleId, TallyInput } from '@contract/decision';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compositionRefusal } from '../../cloudfunctions/modules/motions/rules/composition';
import { decide } from '../../cloudfunctions/modules/motions/rules/decide';
import { oracleComposed, oracleOfOptions } from '../support/oracle';
import { ALL_RULES, ASSEMBLY_RULES, expectedOutcome, holds } from '../support/tallies';

const ROUNDS = 300;

const meets = (rule: RuleId) => ASSEMBLY_RULES.some((assembly) => assembly.rule === rule);

/** Somebody of the roll: what they chose, or that they came and chose nothing, or stayed away. */
interface Member {
  area: number;
  does: Choice | 'silent' | 'away';
}

/** Few areas, often equal ones, so that options tie and thresholds are met exactly. */
function members(does: readonly Member['does'][]): fc.Arbitrary<Member[]> {
  const area = fc.constantFrom(1, 1, 2, 3, 5_000);
  return fc.array(fc.record({ area, does: fc.constantFrom(...does) }), { minLength: 1, maxLength: 12 });
}

/** Added up one by one; present only where the rule counts those who came. */
function tallyOfMembers(rule: RuleId, list: readonly Member[]): TallyInput {
  const cast: TallyInput['cast'] = {};
  const all = { heads: 0, area: 0 };
  let present = 0;
  for (const { area, does } of list) {
    all.heads += 1;
    all.area += area;
    if (does !== 'away') present += 1;
    if (does === 'silent' || does === 'away') continue;
    const before = cast[does] ?? { heads: 0, area: 0 };
    cast[does] = { heads: before.heads + 1, area: before.area + area };
  }
  return meets(rule) ? { all, cast, present } : { all, cast };
}

const WITH_OPTIONS = ALL_RULES.filter(({ rule }) => rule !== 'affected-unanimous');
const OPTIONS: readonly Member['does'][] = [
  ...(['option:1', 'option:1', 'option:1', 'option:2', 'option:2', 'option:3'] as const),
  ...(['none-of-them', 'abstain', 'silent', 'away'] as const),
];
const PLAIN: readonly Member['does'][] = ['yes', 'yes', 'yes', 'no', 'abstain', 'silent', 'away'];

function expectedOfOptions(rule: RuleId, tally: TallyInput, { membership, base }: DecideOptions) {
  const pair = (choice: Choice): [number, number] => [
    tally.cast[choice]?.heads ?? 0,
    tally.cast[choice]?.area ?? 0,
  ];
  const { outcome, passed } = oracleOfOptions({
    ...{ rule, membership, base, all: [tally.all.heads, tally.all.area], present: tally.present },
    options: [pair('option:1'), pair('option:2'), pair('option:3')],
    noneOfThem: pair('none-of-them'),
    abstain: pair('abstain'),
  });
  return { outcome, passed: passed === null ? null : `option:${passed + 1}` };
}

describe('a second reading of the table, generated', () => {
  it.each(WITH_OPTIONS)(
    '[DEC-6] [DEC-11] comes to the same of three options under $rule $options, with who came and chose nothing',
    ({ rule, options }) => {
      const seen = new Set<string>();
      holds(
        members(OPTIONS),
        (list) => {
          const tally = tallyOfMembers(rule, list);
          const { outcome, passed } = decide(rule, tally, { ...options, optionCount: 3 });
          seen.add(outcome);
          expect({ outcome, passed }).toEqual(expectedOfOptions(rule, tally, options));
        },
        ROUNDS,
      );
      const most = rule === 'opinion' ? 1 : rule === 'households-majority' ? 2 : 3;
      expect(seen.size, 'every outcome of the rule is met').toBe(most);
    },
  );

  it.each(ALL_RULES)(
    '[DEC-4] lets one more who agrees, of those who came or who come for it, never turn $rule $options from passed',
    ({ rule, options }) => {
      holds(
        fc.tuple(members(PLAIN), fc.nat(1_000)),
        ([list, pick]) => {
          if (decide(rule, tallyOfMembers(rule, list), options).outcome !== 'passed') return;
          const others = list.flatMap(({ does }, n) => (does === 'yes' ? [] : [n]));
          const turned = others[pick % (others.length || 1)];
          const after = list.map((one, n): Member => (n === turned ? { ...one, does: 'yes' } : one));
          expect(decide(rule, tallyOfMembers(rule, after), options).outcome).toBe('passed');
        },
        ROUNDS,
      );
    },
  );

  it.each(['cast', 'all'] as const)(
    '[ASM-12] comes to the same with whatever taking part a vote of households asks for itself, of the base %s',
    (base) => {
      const turnout = fc
        .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.boolean())
        .map(([a, b, strict]) => ({ num: Math.min(a, b), den: Math.max(a, b) + (strict ? 1 : 0), strict }));
      const seen = new Set<string>();
      holds(
        fc.tuple(members(PLAIN), turnout),
        ([list, asked]) => {
          const tally = tallyOfMembers('households-majority', list);
          const options = { base, turnout: asked };
          const { outcome } = decide('households-majority', tally, options);
          seen.add(outcome);
          expect(outcome).toBe(expectedOutcome('households-majority', tally, options));
        },
        ROUNDS,
      );
      expect(seen.size).toBe(3);
    },
  );

  it('[ASM-10] [ASM-11] composes a delegates’ meeting alike, of every one of up to thirty seats', () => {
    for (let seats = 0; seats <= 30; seats += 1)
      for (let delegates = 0; delegates <= seats; delegates += 1)
        for (let women = 0; women <= delegates; women += 1)
          for (const kind of ['residents', 'villagers'] as const) {
            const body = { members: seats, delegates, womenDelegates: women };
            const composed = compositionRefusal(kind, body) === null;
            if (composed !== oracleComposed(kind === 'villagers', seats, delegates, women))
              expect.fail(`${kind}: ${JSON.stringify(body)}`);
          }
  });

  it.each(ALL_RULES)('[DEC-7] fills in nobody who was silent under $rule $options, but refuses', (row) => {
    holds(
      members(PLAIN),
      (list) => {
        const tally = tallyOfMembers(row.rule, list);
        const filled = () => decide(row.rule, tally, { ...row.options, silentWithMajority: true });
        expect(filled).toThrow('SILENT_MAJORITY_OFF');
      },
      20,
    );
  });
});
