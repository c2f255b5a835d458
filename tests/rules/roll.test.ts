import { describe, expect, it } from 'vitest';
import {
  affectedGroups,
  areaOf,
  coOwnerStanding,
  recognisedAsOwner,
} from '../../cloudfunctions/modules/motions/rules/owners';
import { groupOwners, rollTotals } from '../../cloudfunctions/modules/motions/rules/roll';
import { canonicalRoll } from '../../cloudfunctions/modules/motions/rules/roll-text';
import { home } from '../support/homes';

const keysOf = (homes: Parameters<typeof groupOwners>[0]) => groupOwners(homes).map(({ keys }) => keys);

describe('owner groups', () => {
  it('[ROLL-1] makes one head of one owner’s homes and adds their areas up', () => {
    const groups = groupOwners([
      home('1', { ownerKeys: ['wang'], area: 8_912 }),
      home('2', { ownerKeys: ['wang'], area: 4_501 }),
      home('3', { ownerKeys: ['li'] }),
    ]);
    expect(groups.map(({ keys, area, homes }) => [keys, area, homes.length])).toEqual([
      [['li'], 9_000, 1],
      [['wang'], 13_413, 2],
    ]);
    expect(rollTotals(groups)).toEqual({ heads: 2, area: 22_413 });
  });

  it('[ROLL-1] takes co-owners in any order, listed twice or not, for the same set', () => {
    expect(
      keysOf([
        home('1', { ownerKeys: ['wang', 'li'] }),
        home('2', { ownerKeys: ['li', 'wang'] }),
        home('3', { ownerKeys: ['li', 'wang', 'li'] }),
      ]),
    ).toEqual([['li', 'wang']]);
  });

  it('[ROLL-2] keeps overlapping sets of co-owners apart', () => {
    expect(
      keysOf([
        home('1', { ownerKeys: ['wang'] }),
        home('2', { ownerKeys: ['wang', 'li'] }),
        home('3', { ownerKeys: ['wang', 'zhang'] }),
        home('4', { ownerKeys: ['wang', 'li', 'zhang'] }),
      ]),
    ).toHaveLength(4);
  });

  it('[ROLL-2] keeps sets apart whatever characters their keys hold', () => {
    expect(
      keysOf([
        home('1', { ownerKeys: ['a', 'b'] }),
        home('2', { ownerKeys: ['a,b'] }),
        home('3', { ownerKeys: ['a","b'] }),
      ]),
    ).toHaveLength(3);
    expect(keysOf([home('1', { ownerKeys: ['developer'] }), home('2', { holding: 'unsold' })])).toHaveLength(
      2,
    );
  });

  it.each([[[]], [['']], [['wang', '']]])('[ROLL-3] refuses a home whose owners are %j', (ownerKeys) => {
    expect(() => groupOwners([home('1', { ownerKeys })])).toThrow('has no owner key');
  });

  it('[ROLL-3] refuses a home listed twice, without an area, or naming a stranger', () => {
    expect(() => groupOwners([home('1'), home('1')])).toThrow('listed twice');
    expect(() => groupOwners([home('1', { area: 0 })])).toThrow('no area');
    expect(() => groupOwners([home('1', { area: 89.5 })])).toThrow(RangeError);
    expect(() => groupOwners([home('1', { namedKey: 'stranger' })])).toThrow('does not own');
  });

  it('[ROLL-4] makes one group of what the developer has not sold or not handed over', () => {
    const groups = groupOwners([
      home('1', { holding: 'unsold', ownerKeys: ['builder'] }),
      home('2', { holding: 'unsold', ownerKeys: [] }),
      home('3', { holding: 'not-handed-over', ownerKeys: ['buyer'] }),
      home('4', { ownerKeys: ['wang'] }),
    ]);
    expect(groups.map(({ developer, area }) => [developer, area])).toEqual([
      [true, 27_000],
      [false, 9_000],
    ]);
    expect(groups[0]?.keys, 'buyers do not vote before the handover').toEqual(['builder']);
    expect(groups[0]?.namedKey).toBe('builder');
  });

  it('[ROLL-4] has no developer’s group without such homes', () => {
    expect(groupOwners([home('1')]).some(({ developer }) => developer)).toBe(false);
    expect(groupOwners([])).toEqual([]);
  });

  it('[ROLL-4] moves a home out of the developer’s group when it is handed over', () => {
    const before = [
      home('1', { holding: 'unsold' }),
      home('2', { holding: 'not-handed-over', ownerKeys: ['wang'] }),
    ];
    const after = [before[0], home('2', { ownerKeys: ['wang'] })].flatMap((part) => part ?? []);
    expect(groupOwners(before).map(({ homes }) => homes.length)).toEqual([2]);
    expect(groupOwners(after).map(({ voterKey, homes }) => [voterKey, homes[0]?.homeId])).toEqual([
      ['developer', '1'],
      ['owners:["wang"]', '2'],
    ]);
    expect(rollTotals(groupOwners(after)).area).toBe(rollTotals(groupOwners(before)).area);
  });

  it.each([
    ['registered', 10_250, 1],
    ['community-rule', 10_250, 1],
    ['none', 9_000, 1],
  ] as const)('[ROLL-6] counts a parking space whose basis is %s', (parkingBasis, area, heads) => {
    const owner = { ownerKeys: ['wang'] };
    const groups = groupOwners([home('1', owner), home('p1', { ...owner, area: 1_250, parkingBasis })]);
    expect(rollTotals(groups)).toEqual({ heads, area });
  });

  it('[ROLL-6] gives no head to who owns only a space that does not count', () => {
    expect(groupOwners([home('p1', { parkingBasis: 'none', ownerKeys: [] })])).toEqual([]);
  });

  it('[ROLL-6] asks for the area of a space only where it counts', () => {
    const space = (parkingBasis: 'none' | 'registered') => home('p1', { parkingBasis, area: 0 });
    expect(groupOwners([space('none')])).toEqual([]);
    expect(() => groupOwners([space('registered')])).toThrow(RangeError);
  });

  it('[ROLL-7] lets only the named co-owner vote for the group', () => {
    const [group] = groupOwners([
      home('1', { ownerKeys: ['wang', 'li'], namedKey: 'li' }),
      home('2', { ownerKeys: ['li', 'wang'] }),
    ]);
    if (!group) return expect.unreachable();
    expect(['li', 'wang', 'zhang'].map((key) => coOwnerStanding(group, key))).toEqual([
      'votes',
      'named-another',
      'not-an-owner',
    ]);
  });

  it('[ROLL-7] lets the first co-owner stand where nobody or two were named', () => {
    const nobody = groupOwners([home('1', { ownerKeys: ['wang', 'li'] })]);
    const both = groupOwners([
      home('1', { ownerKeys: ['wang', 'li'], namedKey: 'li' }),
      home('2', { ownerKeys: ['wang', 'li'], namedKey: 'wang' }),
    ]);
    for (const [group] of [nobody, both]) {
      expect(group && coOwnerStanding(group, 'wang')).toBe('first-stands');
    }
  });

  it('[ROLL-8] takes the best area that is known and says which', () => {
    expect(areaOf({ 'land-register': 8_900, surveyed: 9_000, contract: 9_100 })).toEqual({
      area: 8_900,
      areaBasis: 'land-register',
    });
    expect(areaOf({ surveyed: 9_000, contract: 9_100 })).toEqual({ area: 9_000, areaBasis: 'surveyed' });
    expect(areaOf({ contract: 9_100 })).toEqual({ area: 9_100, areaBasis: 'contract' });
    expect(areaOf({})).toBeNull();
    expect(groupOwners([home('1', { areaBasis: 'contract' })])[0]?.homes[0]?.areaBasis).toBe('contract');
  });

  it('[ROLL-13] takes a buyer in possession for an owner only with the proof', () => {
    expect(recognisedAsOwner('registered', null)).toBe(true);
    expect(recognisedAsOwner('by-law', null)).toBe(true);
    expect(recognisedAsOwner('in-possession', 'photo-7')).toBe(true);
    expect(recognisedAsOwner('in-possession', null)).toBe(false);
    expect(recognisedAsOwner('in-possession', ' ')).toBe(false);
  });

  it('[OWN-8] asks the other owners of the building and who proved to be affected', () => {
    const groups = groupOwners([
      home('1', { ownerKeys: ['applicant'] }),
      home('2', { ownerKeys: ['applicant'] }),
      home('3', { ownerKeys: ['neighbour'] }),
      home('4', { ownerKeys: ['applicant', 'spouse'] }),
      home('5', { ownerKeys: ['over-the-way'] }),
      home('6', { ownerKeys: ['far'] }),
    ]);
    const question = {
      groups,
      applicantHomeId: '1',
      buildingHomeIds: ['1', '2', '3', '4'],
      provenHomeIds: ['5'],
    };
    expect(affectedGroups(question).map(({ keys }) => keys)).toEqual([
      ['applicant', 'spouse'],
      ['neighbour'],
      ['over-the-way'],
    ]);
    expect(() => affectedGroups({ ...question, applicantHomeId: '9' })).toThrow('not on the roll');
  });

  it('[ROLL-11] writes a line a voter that tells everything the count needs', () => {
    const groups = groupOwners([home('2', { ownerKeys: ['王', 'a"b'] }), home('1', { ownerKeys: ['li'] })]);
    expect(canonicalRoll(groups)).toBe(
      [
        '["owner-groups","owners:[\\"a\\\\\\"b\\",\\"王\\"]",["a\\"b","王"],null,9000,[["2",9000,"land-register",null]]]',
        '["owner-groups","owners:[\\"li\\"]",["li"],"li",9000,[["1",9000,"land-register",null]]]',
        '',
      ].join('\n'),
    );
    expect(canonicalRoll([])).toBe('');
    expect(() => canonicalRoll([...groups, ...groups])).toThrow('listed twice');
  });

  it('[ROLL-11] writes keys and homes of a voter in one order, as it was stored or read', () => {
    const [entry] = groupOwners(['1', '2', '10'].map((id) => home(id, { ownerKeys: ['wang', 'li'] })));
    if (!entry) return expect.unreachable();
    const turned = { ...entry, keys: [...entry.keys].reverse(), homes: [...entry.homes].reverse() };
    expect(canonicalRoll([turned])).toBe(canonicalRoll([entry]));
  });
});
