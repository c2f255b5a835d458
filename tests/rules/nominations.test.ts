import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenBy, optionsOf, phaseOf } from '../../cloudfunctions/modules/nominations/rules';

const castOf = (...heads: number[]) =>
  heads.map((n, at) => ({ choice: `option:${at + 1}`, heads: n, area: 0 }));

describe('whom opinions choose', () => {
  it.each<[heads: number[], seats: number, chosen: number[], level: number[]]>([
    [[5, 3, 1], 1, [1], []],
    [[1, 3, 5], 2, [3, 2], []],
    [[5, 3, 3], 2, [1], [2, 3]],
    [[4, 4], 1, [], [1, 2]],
    [[4, 4], 2, [1, 2], []],
    [[4, 4, 4, 1], 3, [1, 2, 3], []],
    [[0, 0], 1, [], []],
    [[2, 0], 2, [1], []],
  ])('[NOM-6] of %j for %i seats: %j, level %j', (heads, seats, chosen, level) => {
    expect(chosenBy([...castOf(...heads), { choice: 'none-of-them', heads: 9, area: 0 }], seats)).toEqual({
      chosen,
      level,
    });
  });

  it('[NOM-6] are never more than the seats, and nobody who was left out has more than one who was chosen', () => {
    const heads = fc.array(fc.nat(6), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(heads, fc.integer({ min: 1, max: 20 }), (given, seats) => {
        const { chosen, level } = chosenBy(castOf(...given), seats);
        expect(chosen.length).toBeLessThanOrEqual(seats);
        if (level.length > 0) expect(chosen.length + level.length).toBeGreaterThan(seats);
        const of = (option: number) => given[option - 1] ?? 0;
        const least = Math.min(...chosen.map(of));
        const out = given.map((_, n) => n + 1).filter((option) => !chosen.includes(option));
        for (const option of out) expect(of(option)).toBeLessThan(Math.max(1, least));
      }),
    );
  });
});

it('[NOM-4] tells two of the same name and house apart', () => {
  const one = { name: '王兰', where: '3栋' };
  expect(optionsOf([one, one, { name: '王兰', where: '4栋' }])).toEqual([
    '王兰（3栋）',
    '王兰（3栋）2',
    '王兰（4栋）',
  ]);
});

it('[NOM-1] goes from nominating to checking by the clock, and on with its vote', () => {
  const phase = (vote: 'none' | 'running' | 'published', now: number) => phaseOf({ closesAt: 10, vote }, now);
  expect([phase('none', 10), phase('none', 11)]).toEqual(['nominating', 'checking']);
  expect([phase('running', 11), phase('published', 11)]).toEqual(['voting', 'decided']);
});
