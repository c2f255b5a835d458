import type { DecideOptions, RuleId } from '@contract/decision';
import { describe, expect, it } from 'vitest';
import { compositionRefusal } from '../../cloudfunctions/modules/motions/rules/composition';
import { decide } from '../../cloudfunctions/modules/motions/rules/decide';
import { presenceOf, presentByPhoneShown } from '../../cloudfunctions/modules/motions/rules/presence';
import { ASSEMBLY_RULES, expectedOutcome, tallyOf } from '../support/tallies';

interface Row {
  rule: RuleId;
  options: DecideOptions;
  all: number;
  /** The least number present that is enough. */
  enough: number;
}

const ADULTS = { membership: 'adults' } as const;
const HOUSEHOLDS = { membership: 'households' } as const;

function quorate({ rule, options, all }: Row, present: number): boolean {
  const tally = tallyOf([all, 0], [present, 0], [0, 0], [0, 0], present);
  const { outcome } = decide(rule, tally, options);
  expect(outcome).toBe(expectedOutcome(rule, tally, options));
  return outcome !== 'no-quorum';
}

function needsExactly(row: Row): void {
  expect(quorate(row, row.enough)).toBe(true);
  expect(quorate(row, row.enough - 1)).toBe(false);
}

describe('assemblies', () => {
  it.each<Row>([
    { rule: 'residents-assembly', options: ADULTS, all: 100, enough: 51 },
    { rule: 'residents-assembly', options: HOUSEHOLDS, all: 101, enough: 51 },
  ])('[ASM-1] needs $enough of $all at $rule, and one less is too few', needsExactly);

  it.each<Row>([
    { rule: 'residents-delegates', options: {}, all: 60, enough: 40 },
    { rule: 'residents-delegates', options: {}, all: 61, enough: 41 },
  ])('[ASM-2] needs $enough of $all at $rule, and one less is too few', needsExactly);

  it.each<Row>([{ rule: 'villagers-assembly', options: ADULTS, all: 400, enough: 201 }])(
    '[ASM-3] needs $enough of $all at $rule, and one less is too few',
    needsExactly,
  );

  it.each<Row>([
    { rule: 'villagers-assembly', options: HOUSEHOLDS, all: 99, enough: 66 },
    { rule: 'villagers-assembly', options: HOUSEHOLDS, all: 100, enough: 67 },
  ])('[ASM-4] needs $enough of $all at $rule, and one less is too few', needsExactly);

  it.each<Row>([
    { rule: 'villagers-delegates', options: {}, all: 45, enough: 30 },
    { rule: 'villagers-delegates', options: {}, all: 46, enough: 31 },
  ])('[ASM-5] needs $enough of $all at $rule, and one less is too few', needsExactly);

  it.each<Row>([
    { rule: 'villagers-group', options: ADULTS, all: 30, enough: 20 },
    { rule: 'villagers-group', options: HOUSEHOLDS, all: 31, enough: 21 },
  ])('[ASM-6] needs $enough of $all at $rule, and one less is too few', needsExactly);

  it.each(ASSEMBLY_RULES)('[ASM-7] keeps who is present and silent in the base of $rule $options', (row) => {
    const half = tallyOf([100, 0], [40, 0], [20, 0], [10, 0], 80);
    expect(decide(row.rule, half, row.options).outcome).toBe('not-passed');
    const over = tallyOf([100, 0], [41, 0], [20, 0], [10, 0], 80);
    expect(decide(row.rule, over, row.options).outcome).toBe('passed');
  });

  it('[ASM-7] counts an abstention among those present', () => {
    const tally = tallyOf([10, 0], [5, 0], [0, 0], [5, 0], 10);
    expect(decide('residents-assembly', tally).outcome).toBe('not-passed');
  });

  it('[ASM-8] refuses more ballots than present, and more present than there are', () => {
    const ballots = tallyOf([10, 0], [5, 0], [3, 0], [0, 0], 7);
    expect(() => decide('residents-assembly', ballots)).toThrow('more ballots than present');
    const present = tallyOf([10, 0], [5, 0], [3, 0], [0, 0], 11);
    expect(() => decide('residents-assembly', present)).toThrow('more present than on the roll');
  });

  it('[ASM-9] makes a phone voter present where the profile allows it, and names them', () => {
    expect(presenceOf(['a', 'b'], ['b', 'd', 'c', 'c'], true)).toEqual({
      present: 4,
      byPhoneOnly: ['c', 'd'],
      notPresent: [],
    });
  });

  it.each([
    ['named', true, 3, 3],
    ['named', true, null, null],
    ['secret', true, 3, 'secret'],
    ['secret', true, 0, 'secret'],
    ['secret', false, 0, 0],
    ['secret', true, null, null],
  ] as const)(
    '[ASM-9] [SECRET-15] says how many only their phone made present, and of a secret vote no number (%s, %s, %s)',
    (ballot, phonePresence, presentByPhone, shown) => {
      expect(presentByPhoneShown({ ballot, phonePresence, presentByPhone })).toBe(shown);
    },
  );

  it('[ASM-9] leaves a phone voter absent where the profile does not allow it', () => {
    expect(presenceOf(['a', 'b'], ['b', 'c'], false)).toEqual({
      present: 2,
      byPhoneOnly: [],
      notPresent: ['c'],
    });
  });

  it('[ASM-13] counts one voter once however often they check in', () => {
    expect(presenceOf(['a', 'a', 'a'], ['a'], true).present).toBe(1);
  });

  it.each([
    [{ members: 50, delegates: 40, womenDelegates: 0 }, null],
    [{ members: 50, delegates: 39, womenDelegates: 39 }, 'DELEGATES_COMPOSITION'],
    [{ members: 51, delegates: 40, womenDelegates: 40 }, 'DELEGATES_COMPOSITION'],
    [{ members: 51, delegates: 41, womenDelegates: 0 }, null],
    [{ members: 0, delegates: 0, womenDelegates: 0 }, 'DELEGATES_COMPOSITION'],
  ])('[ASM-10] composes the residents’ delegates of %o: %s', (body, refusal) => {
    expect(compositionRefusal('residents', body)).toBe(refusal);
  });

  it.each([
    [{ members: 60, delegates: 48, womenDelegates: 20 }, null],
    [{ members: 60, delegates: 48, womenDelegates: 19 }, 'DELEGATES_COMPOSITION'],
    [{ members: 61, delegates: 49, womenDelegates: 20 }, 'DELEGATES_COMPOSITION'],
    [{ members: 61, delegates: 49, womenDelegates: 21 }, null],
    [{ members: 60, delegates: 47, womenDelegates: 47 }, 'DELEGATES_COMPOSITION'],
  ])('[ASM-11] composes the villagers’ delegates of %o: %s', (body, refusal) => {
    expect(compositionRefusal('villagers', body)).toBe(refusal);
  });

  it('[ASM-11] refuses figures that cannot be', () => {
    const body = { members: 10, delegates: 9, womenDelegates: 10 };
    expect(() => compositionRefusal('villagers', body)).toThrow(RangeError);
  });

  it('[ASM-12] decides by those cast or by all, as the motion names', () => {
    const tally = tallyOf([100, 0], [30, 0], [20, 0], [9, 0]);
    expect(decide('households-majority', tally, { base: 'cast' }).outcome).toBe('passed');
    expect(decide('households-majority', tally, { base: 'all' }).outcome).toBe('not-passed');
    expect(
      decide('households-majority', tallyOf([100, 0], [50, 0], [0, 0], [0, 0]), { base: 'all' }).outcome,
    ).toBe('not-passed');
    expect(
      decide('households-majority', tallyOf([100, 0], [51, 0], [49, 0], [0, 0]), { base: 'all' }).outcome,
    ).toBe('passed');
  });

  it('[ASM-12] refuses a vote of households without a named base, and a base elsewhere', () => {
    const tally = tallyOf([9, 0], [9, 0], [0, 0], [0, 0]);
    expect(() => decide('households-majority', tally)).toThrow(RangeError);
    expect(() => decide('residents-assembly', tally, { base: 'all' })).toThrow(RangeError);
  });

  it.each([
    ['cast', '同意的住户超过投票的住户的一半'],
    ['all', '同意的住户超过全体住户的一半'],
  ] as const)('[ASM-12] says of the base %s: %s', (base, what) => {
    const { lines } = decide('households-majority', tallyOf([3, 0], [2, 0], [0, 0], [0, 0]), { base });
    expect(lines.map((line) => line.what)).toEqual([what]);
  });

  it('[ASM-12] can ask that all take part', () => {
    const options = { base: 'cast', turnout: { num: 1, den: 1, strict: false } } as const;
    const all = decide('households-majority', tallyOf([3, 0], [2, 0], [1, 0], [0, 0]), options);
    expect([all.outcome, all.lines[0]?.what]).toEqual(['passed', '全体住户都投票']);
    const twoOfThree = decide('households-majority', tallyOf([3, 0], [2, 0], [0, 0], [0, 0]), options);
    expect([twoOfThree.outcome, twoOfThree.lines[0]?.missing]).toEqual(['no-quorum', 1]);
  });

  it('[ASM-12] asks for the taking part that the motion itself names', () => {
    const options = { base: 'cast', turnout: { num: 1, den: 2, strict: false } } as const;
    expect(decide('households-majority', tallyOf([10, 0], [5, 0], [0, 0], [0, 0]), options).outcome).toBe(
      'passed',
    );
    expect(decide('households-majority', tallyOf([11, 0], [5, 0], [0, 0], [0, 0]), options).outcome).toBe(
      'no-quorum',
    );
    for (const turnout of [
      { num: 2, den: 1, strict: false },
      { num: 1, den: 1, strict: true },
      { num: 0, den: 2, strict: false },
      { num: 0.5, den: 2, strict: false },
      { num: 1, den: 2.5, strict: false },
    ]) {
      const tally = tallyOf([10, 0], [5, 0], [0, 0], [0, 0]);
      expect(() => decide('households-majority', tally, { base: 'cast', turnout })).toThrow(RangeError);
    }
  });
});
