import { describe, expect, it } from 'vitest';
import type { ImportedHome } from '../../../cloudfunctions/modules/register/documents';
import { canBeSame, namesakesIn } from '../../../cloudfunctions/modules/register/rules/namesakes';

interface Row {
  home: string;
  name: string;
  key?: string;
  holding?: ImportedHome['holding'];
  /** The home in whose row it stands; its own where nothing is said. */
  inRowOf?: string;
}

/** Homes in the order of the file, with one owner each; a key is the file's own where one is said. */
const homesOf = (rows: readonly Row[]): ImportedHome[] =>
  rows.map(({ home, name, key, holding = 'owner', inRowOf = home }, n) => ({
    ...{ homeId: home, rowHomeId: inRowOf, row: n + 3, label: `一栋${home}`, placeId: 'estate', path: [] },
    ...{ use: 'home', area: 9000, areaBasis: 'contract', parkingBasis: null, holding, residents: [] },
    owners: [{ key: key ?? `${home}-${name}`, name, given: key !== undefined, proof: null }],
    ...{ kind: 'added', changes: [] },
  }));

const askedOf = (rows: readonly Row[], known: [string, string][] = [], phones: [number, string][] = []) =>
  namesakesIn(
    homesOf(rows),
    new Map(known.map(([home, key]) => [home, new Set([key])])),
    new Map(phones),
  ).map(({ name, members, samePhone, decision }) => [name, members.length, samePhone, decision]);

const TWO: Row[] = [
  { home: '101', name: '王芳' },
  { home: '102', name: '王芳' },
];

describe('one name in several homes of a file', () => {
  it('[ROLL-3] [REG-5] is asked about from the second home on, and never taken for one person by itself', () => {
    expect(askedOf(TWO)).toEqual([['王芳', 2, false, null]]);
    expect(askedOf([...TWO, { home: '103', name: '李强' }])).toEqual([['王芳', 2, false, null]]);
    expect(askedOf([{ home: '101', name: '王芳' }])).toEqual([]);
  });

  it('[REG-5] is asked about also where one of them has a key in the file, and not where all have', () => {
    const keyed = TWO.map((row, n) => ({ ...row, key: `k${n}` }));
    expect(askedOf(keyed)).toEqual([]);
    expect(askedOf([...keyed.slice(0, 1), ...TWO.slice(1)])).toEqual([['王芳', 2, false, null]]);
  });

  it('[REG-5] goes on as the register has it where each is known there, and is asked about where one is new', () => {
    const known: [string, string][] = [
      ['101', '101-王芳'],
      ['102', '102-王芳'],
    ];
    expect(askedOf(TWO, known)).toEqual([['王芳', 2, false, 'before']]);
    expect(askedOf(TWO, known.slice(0, 1))).toEqual([['王芳', 2, false, null]]);
  });

  it('[REG-5] is said to have one telephone number only where every row has it, and the number settles nothing', () => {
    const phone = '13800001111';
    expect(
      askedOf(
        TWO,
        [],
        [
          [3, phone],
          [4, phone],
        ],
      ),
    ).toEqual([['王芳', 2, true, null]]);
    expect(askedOf(TWO, [], [[3, phone]])).toEqual([['王芳', 2, false, null]]);
    expect(askedOf(TWO)).toEqual([['王芳', 2, false, null]]);
  });

  it('[REG-5] [ROLL-4] is not asked about for what is unsold, nor for a space in the row of its owner’s home', () => {
    expect(askedOf(TWO.map((row) => ({ ...row, holding: 'unsold' as const })))).toEqual([]);
    expect(askedOf([...TWO.slice(0, 1), { home: 'A12', name: '王芳', inRowOf: '101' }])).toEqual([]);
  });

  it('[ROLL-3] is never one person where the file gives two keys', () => {
    const member = (key: string, given: boolean) => ({ homeId: key, label: key, key, given, known: false });
    expect(canBeSame([member('a', true), member('b', true)])).toBe(false);
    expect(canBeSame([member('a', true), member('b', false)])).toBe(true);
  });
});
