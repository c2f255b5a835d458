import type { TallyInput } from '@contract/decision';
import { describe, expect, it } from 'vitest';
import { decide } from '../../cloudfunctions/modules/motions/rules/decide';

const three = { optionCount: 3 };

function optionsTally(
  first: number,
  second: number,
  third: number,
  none: number,
  abstain: number,
): TallyInput {
  const equal = (heads: number) => ({ heads, area: heads * 100 });
  return {
    all: equal(30),
    cast: {
      'option:1': equal(first),
      'option:2': equal(second),
      'option:3': equal(third),
      'none-of-them': equal(none),
      abstain: equal(abstain),
    },
  };
}

describe('several options', () => {
  it.each([
    ['the one over half', optionsTally(6, 13, 2, 3, 1), 'option:2', 'passed'],
    ['none at exactly half', optionsTally(6, 12, 2, 3, 1), null, 'not-passed'],
    ['none where the votes scatter', optionsTally(8, 9, 8, 0, 0), null, 'not-passed'],
    ['none where 都不同意 is over half', optionsTally(4, 4, 4, 13, 0), null, 'not-passed'],
    ['none without a quorum', optionsTally(0, 19, 0, 0, 0), null, 'no-quorum'],
  ] as const)('[DEC-6] passes of several options %s', (_, tally, passed, outcome) => {
    const verdict = decide('owners-ordinary', tally, three);
    expect([verdict.passed, verdict.outcome]).toEqual([passed, outcome]);
  });

  it('[DEC-6] puts each option to the threshold by itself', () => {
    const { lines } = decide('owners-special', optionsTally(6, 13, 2, 3, 1), three);
    const approval = lines.filter(({ kind }) => kind === 'approval');
    expect(approval.map(({ choice, axis }) => [choice, axis])).toEqual([
      ['option:1', 'heads'],
      ['option:1', 'area'],
      ['option:2', 'heads'],
      ['option:2', 'area'],
      ['option:3', 'heads'],
      ['option:3', 'area'],
    ]);
    expect(approval[2]?.what).toBe('选择方案 2 的业主达到参加表决的业主的四分之三');
  });
});
