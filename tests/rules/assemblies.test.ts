import type { DecideOptions, RuleId } from '@contract/decision';
import { describe, expect, it } from 'vitest';
import { compositionRefusal } from '../../cloudfunctions/modules/motions/rules/composition';
import { decide } from '../../cloudfunctions/modules/motions/rules/decide';
import { presenceOf } from '../../cloudfunctions/modules/motions/rules/presence';
import { ASSEMBLY_RULES, expectedOutcome, tallyOf } from '../support/tallies';

interface Row {
  id: string;
  rule: RuleId;
  options: DecideOptions;
  all: number;
  /** The least number present that is enough. */
  enough: number;
}

const ADULTS = { membership: 'adults' } as const;
const HOUSEHOLDS = { membership: 'households' } as const;

const QUORUMS: Row[] = [
  { id: 'ASM-1', rule: 'residents-assembly', options: ADULTS, all: 100, enough: 51 },
  { id: 'ASM-1', rule: 'residents-assembly', options: HOUSEHOLDS, all: 101, enough: 51 },
  { id: 'ASM-2', rule: 'residents-delegates', options: {}, all: 60, enough: 40 },
  { id: 'ASM-2', rule: 'residents-delegates', options: {}, all: 61, enough: 41 },
  { id: 'ASM-3', rule: 'villagers-assembly', options: ADULTS, all: 400, enough: 201 },
  { id: 'ASM-4', rule: 'villagers-assembly', options: HOUSEHOLDS, all: 99, enough: 66 },
  { id: 'ASM-4', rule: 'villagers-assembly', options: HOUSEHOLDS, all: 100, enough: 67 },
  { id: 'ASM-5', rule: 'villagers-delegates', options: {}, all: 45, enough: 30 },
  { id: 'ASM-5', rule: 'villagers-delegates', options: {}, all: 46, enough: 31 },
  { id: 'ASM-6', rule: 'villagers-group', options: ADULTS, all: 30, enough: 20 },
  { id: 'ASM-6', rule: 'villagers-group', options: HOUSEHOLDS, all: 31, enough: 21 },
];

function quorate({ rule, options, all }: Row, present: number): boolean {
  const tally = tallyOf([all, 0], [present, 0], [0, 0], [0, 0], present);
  const { outcome } = decide(rule, tally, options);
  expect(outcome).toBe(expectedOutcome(rule, tally, options));
  return outcome !== 'no-quorum';
}

describe('assemblies', () => {
  it.each(QUORUMS)(
    '[$id] needs $enough of $all at $rule $options.membership, and one less is too few',
    (row) => {
      expect(quorate(row, row.enough)).toBe(true);
      expect(quorate(row, row.enough - 1)).toBe(false);
    },
  );

  it('[ASM-4] cannot be told without knowing what the roll holds', () => {
    expect(() => decide('villagers-assembly', tallyOf([9, 0], [9, 0], [0, 0], [0, 0]))).toThrow(RangeError);
  });

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
    ]) {
      const tally = tallyOf([10, 0], [5, 0], [0, 0], [0, 0]);
      expect(() => decide('households-majority', tally, { base: 'cast', turnout })).toThrow(RangeError);
    }
  });
});
