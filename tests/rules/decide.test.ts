import { RULE_IDS } from '@contract/decision';
import { describe, expect, it } from 'vitest';
import { decide } from '../../cloudfunctions/modules/motions/rules/decide';
import { bodyKindOf, termsOf } from '../../cloudfunctions/modules/motions/rules/rule-book';
import { ALL_RULES, tallyOf } from '../support/tallies';

describe('every decision', () => {
  it.each(ALL_RULES)('[DEC-1] never passes 0 of 0 under $rule $options', ({ rule, options }) => {
    const verdict = decide(rule, tallyOf([0, 0], [0, 0], [0, 0], [0, 0]), options);
    expect(verdict.passed).toBeNull();
    expect(verdict.lines.map(({ met }) => met)).not.toContain(true);
  });

  it('[DEC-1] does not pass a vote of households in which nobody voted', () => {
    const verdict = decide('households-majority', tallyOf([9, 0], [0, 0], [0, 0], [0, 0]), { base: 'cast' });
    expect(verdict.outcome).toBe('not-passed');
  });

  it('[DEC-2] shows each comparison with figures, threshold and article', () => {
    expect(decide('owners-special', tallyOf([400, 40_000], [299, 31_000], [1, 500], [0, 0])).lines).toEqual([
      {
        kind: 'turnout',
        axis: 'heads',
        what: '参加表决的业主达到全体业主的三分之二',
        numerator: 300,
        denominator: 400,
        threshold: { num: 2, den: 3, strict: false },
        met: true,
        missing: 0,
        missingFromRest: 0,
        article: '《民法典》第二百七十八条',
      },
      expect.objectContaining({
        kind: 'turnout',
        axis: 'area',
        what: '参加表决的面积达到总面积的三分之二',
        numerator: 31_500,
        denominator: 40_000,
        met: true,
      }),
      expect.objectContaining({
        kind: 'approval',
        axis: 'heads',
        what: '同意的业主达到参加表决的业主的四分之三',
        numerator: 299,
        denominator: 300,
      }),
      expect.objectContaining({
        kind: 'approval',
        axis: 'area',
        what: '同意的面积达到参加表决的面积的四分之三',
        numerator: 31_000,
        denominator: 31_500,
      }),
    ]);
  });

  it.each([
    ['owners-ordinary', {}, ['《民法典》第二百七十八条']],
    ['affected-unanimous', {}, ['《民法典》第二百七十九条']],
    ['residents-assembly', {}, ['《城市居民委员会组织法》第二十七条']],
    ['residents-delegates', {}, ['《城市居民委员会组织法》第二十九条']],
    ['villagers-assembly', { membership: 'adults' }, ['《村民委员会组织法》第二十六条']],
    ['villagers-delegates', {}, ['《村民委员会组织法》第三十条']],
    ['villagers-group', {}, ['《村民委员会组织法》第三十二条']],
    ['households-majority', { base: 'all' }, ['社区议事规则']],
  ] as const)('[DEC-2] cites the article of %s %o', (rule, options, articles) => {
    const { lines } = decide(rule, tallyOf([3, 300], [3, 300], [0, 0], [0, 0]), options);
    expect([...new Set(lines.map(({ article }) => article))]).toEqual(articles);
  });

  it('[DEC-2] says in plain words what unanimity and presence ask for', () => {
    const words = (rule: 'affected-unanimous' | 'residents-delegates') =>
      decide(rule, tallyOf([3, 0], [3, 0], [0, 0], [0, 0])).lines.map(({ what }) => what);
    expect(words('affected-unanimous')).toEqual([
      '全体有利害关系的业主都参加表决',
      '全体有利害关系的业主都同意',
    ]);
    expect(words('residents-delegates')).toEqual([
      '到会的会议组成人员达到全体会议组成人员的三分之二',
      '同意的会议组成人员超过到会的会议组成人员的一半',
    ]);
  });

  it.each([
    ['residents-assembly', 'adults', '到会的居民超过全体居民的一半'],
    ['residents-assembly', 'households', '到会的户代表超过全体户代表的一半'],
    ['villagers-assembly', 'adults', '到会的村民超过全体村民的一半'],
    ['villagers-assembly', 'households', '到会的户代表达到全体户代表的三分之二'],
    ['villagers-group', 'adults', '到会的村民达到全体村民的三分之二'],
    ['villagers-group', 'households', '到会的户代表达到全体户代表的三分之二'],
  ] as const)('[DEC-2] says whom %s of %s counts', (rule, membership, what) => {
    expect(decide(rule, tallyOf([3, 0], [3, 0], [0, 0], [0, 0]), { membership }).lines[0]?.what).toBe(what);
  });

  it('[DEC-3] lets an abstention take part without agreeing', () => {
    const verdict = decide('owners-ordinary', tallyOf([3, 300], [1, 100], [0, 0], [1, 100]));
    expect(verdict.lines.filter(({ kind }) => kind === 'turnout').every(({ met }) => met)).toBe(true);
    expect(verdict.outcome).toBe('not-passed');
  });

  it('[DEC-7] refuses to count the silent with the majority', () => {
    const tally = tallyOf([3, 300], [1, 100], [0, 0], [0, 0]);
    expect(() => decide('owners-ordinary', tally, { silentWithMajority: true })).toThrow(
      'SILENT_MAJORITY_OFF',
    );
  });

  it.each([
    ['a broken head', tallyOf([3, 300], [1.5, 100], [0, 0], [0, 0])],
    ['less than nobody', tallyOf([3, 300], [2, 100], [-1, 0], [0, 0])],
    ['no number', tallyOf([3, 300], [Number.NaN, 100], [0, 0], [0, 0])],
    ['more than can be counted exactly', tallyOf([3, 2 ** 53], [1, 100], [0, 0], [0, 0])],
    ['more voters than the roll', tallyOf([3, 300], [2, 100], [1, 100], [1, 100])],
    ['more area than the roll', tallyOf([3, 300], [1, 200], [1, 101], [0, 0])],
    ['area without heads', tallyOf([3, 300], [0, 1], [0, 0], [0, 0])],
    [
      'a choice that was not offered',
      { all: { heads: 3, area: 0 }, cast: { 'option:1': { heads: 1, area: 0 } } },
    ],
  ])('[DEC-8] stops at %s', (_, tally) => {
    expect(() => decide('owners-ordinary', tally)).toThrow(RangeError);
  });

  it('[DEC-8] takes figures up to a million million and thresholds up to thousandths, and no more', () => {
    const most = 1_000_000_000_000;
    const whole = (area: number) => tallyOf([1, area], [1, area], [0, 0], [0, 0]);
    expect(decide('owners-special', whole(most)).outcome).toBe('passed');
    expect(() => decide('owners-special', whole(most + 1))).toThrow(RangeError);
    const asking = (den: number) =>
      decide('households-majority', whole(1), { base: 'all', turnout: { num: 1, den, strict: false } });
    expect(asking(1_000).outcome).toBe('passed');
    expect(() => asking(1_001)).toThrow(RangeError);
  });

  it('[DEC-9] gives the figures of an opinion and no verdict', () => {
    const verdict = decide('opinion', tallyOf([9, 0], [9, 0], [0, 0], [0, 0]));
    expect([verdict.outcome, verdict.passed, verdict.lines]).toEqual(['no-threshold', null, []]);
    expect(termsOf('opinion', {}).weighsArea).toBe(false);
    expect(verdict.cast.map(({ choice, heads }) => [choice, heads])).toEqual([
      ['yes', 9],
      ['no', 0],
      ['abstain', 0],
    ]);
  });

  it('[DEC-10] says how many are missing on each axis', () => {
    const { lines } = decide('owners-special', tallyOf([10, 1_000], [3, 300], [2, 200], [1, 50]));
    expect(lines.map(({ missing, missingFromRest }) => [missing, missingFromRest])).toEqual([
      [1, 1], // 7 of 10 heads have to take part
      [117, 117], // 6.67 of 10 m²
      [2, null], // 5 of 6 heads, or 6 more of which only 4 are left
      [113, 450], // 4.13 of 5.50 m², or all of the rest: 7.50 of 10
    ]);
  });

  it('[DEC-10] counts those who are present and silent before those who would still have to come', () => {
    const lines = decide('residents-assembly', tallyOf([20, 0], [4, 0], [3, 0], [0, 0], 11)).lines;
    expect(lines[1]).toMatchObject({ missing: 2, missingFromRest: 2 });
    const fewer = decide('residents-assembly', tallyOf([30, 0], [4, 0], [11, 0], [0, 0], 16)).lines;
    expect(fewer[1]).toMatchObject({ missing: 5, missingFromRest: 8 });
  });

  it('[DEC-10] asks for one voter where nobody has come yet', () => {
    const { lines } = decide('households-majority', tallyOf([9, 0], [0, 0], [0, 0], [0, 0]), {
      base: 'cast',
    });
    expect(lines[0]).toMatchObject({ numerator: 0, denominator: 0, missing: 1, missingFromRest: 1 });
  });

  it('[DEC-11] says no quorum whatever the share of those who agreed', () => {
    expect(decide('owners-ordinary', tallyOf([9, 900], [5, 500], [0, 0], [0, 0])).outcome).toBe('no-quorum');
    expect(decide('residents-assembly', tallyOf([9, 0], [4, 0], [0, 0], [0, 0])).outcome).toBe('no-quorum');
  });

  it('[DEC-12] names the rule, the base and the kind of voters', () => {
    const tally = tallyOf([9, 0], [6, 0], [0, 0], [0, 0]);
    expect(decide('households-majority', tally, { base: 'all' })).toMatchObject({
      rule: 'households-majority',
      base: 'all',
    });
    expect(decide('villagers-assembly', tally, { membership: 'households' })).toMatchObject({
      rule: 'villagers-assembly',
      membership: 'households',
    });
  });

  it('[BAL-2] counts what the rule counts as a voter', () => {
    expect(RULE_IDS.map((rule) => [rule, bodyKindOf(rule)])).toEqual([
      ['owners-ordinary', 'owner-groups'],
      ['owners-special', 'owner-groups'],
      ['affected-unanimous', 'owner-groups'],
      ['residents-assembly', 'persons'],
      ['residents-delegates', 'delegates'],
      ['villagers-assembly', 'persons'],
      ['villagers-delegates', 'delegates'],
      ['villagers-group', 'persons'],
      ['households-majority', 'homes'],
      ['opinion', null],
    ]);
    expect(bodyKindOf('villagers-assembly', 'households')).toBe('homes');
  });
});
