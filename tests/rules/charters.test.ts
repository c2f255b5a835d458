import type { Article } from '@contract/charters';
import type { Outcome, Worth } from '@contract/decision';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  belongsAt,
  differenceOf,
  makesRules,
  needsFiling,
  sameArticles,
} from '../../cloudfunctions/modules/charters/rules';

const articlesOf = (...texts: string[]): Article[] => texts.map((text) => ({ id: text[0] ?? '', text }));

describe('the vote that makes rules', () => {
  it.each<
    [
      'self-government-charter' | 'owners-charter' | 'owners-procedure' | 'yard-rules',
      Worth,
      Outcome,
      boolean,
    ]
  >([
    ['self-government-charter', 'statutory', 'passed', true],
    ['self-government-charter', 'straw', 'passed', false],
    ['owners-charter', 'statutory', 'passed', true],
    ['owners-charter', 'straw', 'passed', false],
    ['owners-charter', 'opinion', 'passed', false],
    ['owners-procedure', 'statutory', 'no-quorum', false],
    ['owners-procedure', 'statutory', 'not-passed', false],
    ['yard-rules', 'straw', 'passed', true],
    ['yard-rules', 'straw', 'not-passed', false],
    ['yard-rules', 'opinion', 'passed', false],
    ['yard-rules', 'opinion', 'no-threshold', false],
  ])('[CHART-3] of %s by %s that came to %s: %s', (kind, worth, outcome, made) => {
    expect(makesRules(kind, { worth, outcome })).toBe(made);
  });

  it('[CHART-1] [CHART-6] stands where its body is at home, and what residents agree on is filed', () => {
    expect(belongsAt('self-government-charter', 'community')).toBe(true);
    expect(belongsAt('self-government-charter', 'estate')).toBe(false);
    expect(belongsAt('owners-charter', 'estate')).toBe(true);
    expect(belongsAt('owners-charter', 'building')).toBe(false);
    expect(needsFiling('self-government-charter')).toBe(true);
    expect(needsFiling('owners-charter')).toBe(false);
  });
});

describe('two versions side by side', () => {
  it('[CHART-5] show what was added, changed and taken out where it stood', () => {
    const lines = differenceOf(articlesOf('a甲', 'b乙', 'c丙'), articlesOf('a甲', 'd丁', 'c改'));
    expect(lines.map(({ state, before, after }) => [state, before?.number, after?.number])).toEqual([
      ['same', 1, 1],
      ['added', undefined, 2],
      ['removed', 2, undefined],
      ['changed', 3, 3],
    ]);
  });

  it('[CHART-5] lose no article and make none, whatever was changed', () => {
    const version = fc
      .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 })
      .chain((ids) =>
        fc.tuple(...ids.map((id) => fc.constantFrom('一', '二').map((word) => ({ id, text: id + word })))),
      );
    fc.assert(
      fc.property(version, version, (before, after) => {
        const lines = differenceOf(before, after);
        const texts = (side: 'before' | 'after') =>
          lines.flatMap((line) => (line[side] ? [[line[side].number, line[side].text] as const] : []));
        const numbered = (articles: readonly Article[]) => articles.map(({ text }, n) => [n + 1, text]);
        expect(texts('after')).toEqual(numbered(after));
        expect([...texts('before')].sort(([a], [b]) => a - b)).toEqual(numbered(before));
        expect(lines.every(({ state }) => state === 'same')).toBe(
          before.length === after.length && lines.every((line) => line.before?.text === line.after?.text),
        );
      }),
    );
  });

  it('[CHART-2] are told apart by words and order', () => {
    expect(sameArticles(articlesOf('a甲', 'b乙'), articlesOf('a甲', 'b乙'))).toBe(true);
    expect(sameArticles(articlesOf('a甲', 'b乙'), articlesOf('b乙', 'a甲'))).toBe(false);
    expect(sameArticles(articlesOf('a甲'), articlesOf('a甲', 'b乙'))).toBe(false);
  });
});
