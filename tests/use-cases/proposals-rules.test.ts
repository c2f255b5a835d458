import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  callingLines,
  countSupport,
  homeYard,
  type RegisterRow,
  type SupportGiven,
  supportBaseOf,
  titleOf,
} from '../../cloudfunctions/modules/proposals/rules';

const ON = '2026-03-02';

const row = (homeId: string, ownerKeys: string[], more: Partial<RegisterRow> = {}): RegisterRow => ({
  homeId,
  use: 'home',
  area: 9000,
  areaBasis: 'land-register',
  parkingBasis: null,
  holding: 'owner',
  ownerKeys,
  residents: [],
  ...more,
});
const by = (
  personId: string,
  homeIds: string[],
  ownerKeys: string[] = [],
  residentKeys: string[] = [],
): SupportGiven => ({
  personId,
  homeIds,
  ownerKeys,
  residentKeys,
});

describe('support', () => {
  const base = supportBaseOf(
    [
      row('a', ['k']),
      row('b', ['k', 'l']),
      row('c', ['k', 'm']),
      row('d', ['n'], {
        residents: [
          { key: 'child', bornOn: '2008-03-03' },
          { key: 'adult', bornOn: '2008-03-02' },
        ],
      }),
      row('e', [], {}),
      row('f', ['x'], { holding: 'unsold' }),
      row('p', ['k'], { use: 'parking', parkingBasis: 'none' }),
    ],
    ON,
  );

  it('[ROLL-1] [ROLL-2] [PRO-3] counts a co-owner for each of their different groups, and a group once', () => {
    expect(base.groups).toHaveLength(5);
    expect(countSupport([by('1', ['a'], ['k'])], base).heads).toBe(3);
    const both = [by('1', ['b'], ['l']), by('2', ['b'], ['k'])];
    expect(countSupport(both, base)).toMatchObject({ persons: 2, homes: 1, heads: 3 });
    expect(countSupport([by('3', ['f'], ['x'])], base).heads).toBe(0);
  });

  it('[ROLL-9] counts adults of the register only, the birthday included', () => {
    expect(base.adultKeys).toEqual(new Set(['adult']));
    const given = [by('1', ['d'], [], ['adult']), by('2', ['d'], [], ['child']), by('3', ['d'])];
    expect(countSupport(given, base)).toMatchObject({ persons: 3, adults: 1, households: 1 });
  });

  it('[PRO-4] shows the missing heads of owners, and no way where nobody can be counted', () => {
    const figures = countSupport([by('1', ['d'], ['n'])], base);
    expect(callingLines('owners', figures, base)).toMatchObject([
      { supporters: 1, all: 5, needed: 1, missing: 0 },
    ]);
    const empty = supportBaseOf([], '2026-03-02');
    expect(callingLines('residents-assembly', countSupport([], empty), empty)).toEqual([]);
    expect(callingLines(null, figures, base)).toEqual([]);
  });

  it('[PRO-3] is never more than the base, grows with each supporter and does not depend on their order', () => {
    const given = fc.array(
      fc.record({
        personId: fc.constantFrom('1', '2', '3', '4'),
        homeIds: fc.subarray(['a', 'b', 'c', 'd', 'e', 'f']),
        ownerKeys: fc.subarray(['k', 'l', 'm', 'n', 'x']),
        residentKeys: fc.subarray(['adult', 'child']),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(given, (supports) => {
        const figures = countSupport(supports, base);
        expect(countSupport([...supports].reverse(), base)).toEqual(figures);
        expect(countSupport([...supports, ...supports], base)).toEqual(figures);
        const less = countSupport(supports.slice(1), base);
        for (const key of ['persons', 'homes', 'heads', 'adults', 'households'] as const) {
          expect(less[key]).toBeLessThanOrEqual(figures[key]);
        }
        expect(figures.heads).toBeLessThanOrEqual(base.groups.length - 1);
        expect(callingLines('owners', figures, base)).toHaveLength(1);
      }),
      { seed: 20260302, numRuns: 300 },
    );
  });
});

describe('a title made of the text', () => {
  it.each([
    ['路灯坏了。晚上看不见', '路灯坏了'],
    ['  \n装电梯！快点', '装电梯'],
    ['。。。', '。。。'],
    ['字'.repeat(40), '字'.repeat(40)],
    ['字'.repeat(41), `${'字'.repeat(39)}…`],
    ['😀'.repeat(41), `${'😀'.repeat(39)}…`],
  ])('[PRO-1] %s', (text, title) => expect(titleOf(text)).toBe(title));
});

describe('the place of a proposal that names none', () => {
  it('[PRO-1] is the estate or village group on the way to the home, else the nearest place', () => {
    const way = (...kinds: Parameters<typeof homeYard>[0][number]['kind'][]) =>
      kinds.map((kind) => ({ kind }));
    expect(homeYard(way('city', 'community', 'estate', 'building', 'unit'))?.kind).toBe('estate');
    expect(homeYard(way('city', 'community', 'village-group'))?.kind).toBe('village-group');
    expect(homeYard(way('city', 'community'))?.kind).toBe('community');
    expect(homeYard([])).toBeNull();
  });
});
