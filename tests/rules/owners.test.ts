import { describe, expect, it } from 'vitest';
import { decide } from '../../cloudfunctions/modules/motions/rules/decide';
import { expectedOutcome, tallyOf } from '../support/tallies';

type Pair = [number, number];
type Row = [title: string, all: Pair, yes: Pair, no: Pair, abstain: Pair, outcome: string];

// heads, area in 0.01 m²
const QUORUM: Row[] = [
  ['exactly 2/3 of heads and area', [300, 30_000], [200, 20_000], [0, 0], [0, 0], 'passed'],
  ['0.01 m² less than 2/3 of the area', [300, 30_000], [200, 19_999], [0, 0], [0, 0], 'no-quorum'],
  ['one head less than 2/3', [300, 30_000], [199, 20_000], [0, 0], [0, 0], 'no-quorum'],
  ['heads not divisible by 3: 67 of 100', [100, 30_000], [67, 20_000], [0, 0], [0, 0], 'passed'],
  ['heads not divisible by 3: 66 of 100', [100, 30_000], [66, 20_000], [0, 0], [0, 0], 'no-quorum'],
  ['area not divisible by 3: 6667 of 10000', [3, 10_000], [2, 6_667], [0, 0], [0, 0], 'passed'],
  ['area not divisible by 3: 6666 of 10000', [3, 10_000], [2, 6_666], [0, 0], [0, 0], 'no-quorum'],
  ['2/3 reached by 反对 and 弃权 too', [300, 30_000], [150, 15_000], [30, 3_000], [20, 2_000], 'passed'],
  ['nobody', [300, 30_000], [0, 0], [0, 0], [0, 0], 'no-quorum'],
  ['an estate of one home', [1, 9_000], [1, 9_000], [0, 0], [0, 0], 'passed'],
];

const ORDINARY: Row[] = [
  ['exactly half on both axes', [200, 20_000], [100, 10_000], [100, 10_000], [0, 0], 'not-passed'],
  ['one head and 0.01 m² over half', [200, 20_000], [101, 10_001], [99, 9_999], [0, 0], 'passed'],
  ['half with abstentions only', [200, 20_000], [100, 10_000], [0, 0], [100, 10_000], 'not-passed'],
  ['odd totals: 100 of 199', [199, 19_999], [100, 10_000], [99, 9_999], [0, 0], 'passed'],
  ['area over half, heads exactly half', [200, 20_000], [100, 15_000], [100, 5_000], [0, 0], 'not-passed'],
  ['heads over half, area exactly half', [200, 20_000], [150, 10_000], [50, 10_000], [0, 0], 'not-passed'],
  ['area 0.01 m² over half, heads well over', [200, 20_000], [150, 10_001], [50, 9_999], [0, 0], 'passed'],
];

const SPECIAL: Row[] = [
  ['exactly 3/4 on both axes', [400, 40_000], [300, 30_000], [100, 10_000], [0, 0], 'passed'],
  ['0.01 m² less than 3/4', [400, 40_000], [300, 29_999], [100, 10_001], [0, 0], 'not-passed'],
  ['one head less than 3/4', [400, 40_000], [299, 30_000], [101, 10_000], [0, 0], 'not-passed'],
  ['heads not divisible by 4: 76 of 101', [101, 40_000], [76, 30_000], [25, 10_000], [0, 0], 'passed'],
  ['heads not divisible by 4: 75 of 101', [101, 40_000], [75, 30_000], [26, 10_000], [0, 0], 'not-passed'],
  ['area not divisible by 4: 7502 of 10002', [4, 10_002], [3, 7_502], [1, 2_500], [0, 0], 'passed'],
  ['area not divisible by 4: 7501 of 10002', [4, 10_002], [3, 7_501], [1, 2_501], [0, 0], 'not-passed'],
  ['area passes while heads fail', [400, 40_000], [200, 39_000], [200, 1_000], [0, 0], 'not-passed'],
  ['heads pass while area fails', [400, 40_000], [390, 20_000], [10, 20_000], [0, 0], 'not-passed'],
  ['3/4 of those who take part, not of all', [400, 40_000], [225, 22_500], [75, 7_500], [0, 0], 'passed'],
];

function outcomeOf(rule: 'owners-ordinary' | 'owners-special', row: Row): string {
  const [, all, yes, no, abstain, outcome] = row;
  const tally = tallyOf(all, yes, no, abstain);
  expect(expectedOutcome(rule, tally, {}), 'the oracle reads the row alike').toBe(outcome);
  return decide(rule, tally).outcome;
}

describe('owners', () => {
  it.each(QUORUM)('[OWN-1] counts as taking part: %s', (...row) => {
    expect(outcomeOf('owners-ordinary', row)).toBe(row[5]);
    expect(decide('owners-special', tallyOf(row[1], row[2], row[3], row[4])).outcome === 'no-quorum').toBe(
      row[5] === 'no-quorum',
    );
  });

  it.each(ORDINARY)('[OWN-2] decides an ordinary matter: %s', (...row) => {
    expect(outcomeOf('owners-ordinary', row)).toBe(row[5]);
  });

  it.each(SPECIAL)('[OWN-3] decides a special matter: %s', (...row) => {
    expect(outcomeOf('owners-special', row)).toBe(row[5]);
  });

  it('[OWN-4] says which of the two axes failed', () => {
    const lines = decide('owners-ordinary', tallyOf([10, 1_000], [9, 500], [1, 500], [0, 0])).lines;
    const approval = lines.filter(({ kind }) => kind === 'approval');
    expect(approval.map(({ axis, met }) => [axis, met])).toEqual([
      ['heads', true],
      ['area', false],
    ]);
    const reverse = decide('owners-ordinary', tallyOf([10, 1_000], [5, 900], [5, 100], [0, 0])).lines;
    expect(reverse.filter(({ kind }) => kind === 'approval').map(({ met }) => met)).toEqual([false, true]);
  });

  it('[OWN-5] takes part what was cast, and refuses a figure of its own for it', () => {
    const verdict = decide('owners-ordinary', tallyOf([9, 900], [2, 200], [3, 300], [1, 100]));
    expect(verdict.part).toEqual({ heads: 6, area: 600 });
    expect(() => decide('owners-ordinary', tallyOf([9, 900], [2, 200], [3, 300], [1, 100], 8))).toThrow(
      RangeError,
    );
  });

  it.each([
    ['all agree', [5, 0], [0, 0], [0, 0], 'passed'],
    ['one is silent', [4, 0], [0, 0], [0, 0], 'no-quorum'],
    ['one abstains', [4, 0], [0, 0], [1, 0], 'not-passed'],
    ['one refuses', [4, 0], [1, 0], [0, 0], 'not-passed'],
  ] as [string, Pair, Pair, Pair, string][])(
    '[OWN-7] makes a home a business only with everybody: %s',
    (_, yes, no, abstain, outcome) => {
      const tally = tallyOf([5, 0], yes, no, abstain);
      expect(expectedOutcome('affected-unanimous', tally, {})).toBe(outcome);
      expect(decide('affected-unanimous', tally).outcome).toBe(outcome);
    },
  );

  it('[OWN-7] takes no options where everybody has to agree', () => {
    const tally = { all: { heads: 1, area: 0 }, cast: {} };
    expect(() => decide('affected-unanimous', tally, { optionCount: 2 })).toThrow(RangeError);
  });
});
