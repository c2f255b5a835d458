import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countsAsPart,
  groupOwners,
  type RollHome,
  rollTotals,
} from '../../cloudfunctions/modules/motions/rules/roll';
import { canonicalRoll } from '../../cloudfunctions/modules/motions/rules/roll-text';
import { estates } from '../support/homes';
import { holds } from '../support/tallies';

const totals = (homes: readonly RollHome[]) => rollTotals(groupOwners(homes));
const picked = estates().chain((homes) =>
  fc.tuple(fc.constant(homes), fc.nat(Math.max(0, homes.length - 1)), fc.integer({ min: 1, max: 29_999 })),
);

/** Heads by a reading of its own: pairs of homes with equal sets, counted once. */
function headsBySets(homes: readonly RollHome[]): number {
  const sets: Set<string>[] = [];
  let developer = 0;
  for (const { holding, ownerKeys } of homes.filter(countsAsPart)) {
    if (holding !== 'owner') developer = 1;
    else if (!sets.some((set) => set.size === ownerKeys.length && ownerKeys.every((key) => set.has(key)))) {
      sets.push(new Set(ownerKeys));
    }
  }
  return sets.length + developer;
}

describe('owner groups, generated', () => {
  it('[ROLL-1] [ROLL-2] has as many heads as there are different sets of owners', () => {
    holds(estates(), (homes) => {
      const counted = homes.filter(countsAsPart);
      expect(totals(homes)).toEqual({
        heads: headsBySets(homes),
        area: counted.reduce((sum, { area }) => sum + area, 0),
      });
      expect(groupOwners(homes).flatMap((group) => group.homes)).toHaveLength(counted.length);
    });
  });

  it('[ROLL-5] keeps heads and area when a home is split in two', () => {
    holds(picked, ([homes, at, cut]) => {
      const home = homes[at];
      if (!home || home.area < 2) return;
      const part = 1 + (cut % (home.area - 1));
      const halves = [
        { ...home, area: part },
        { ...home, homeId: 'new', area: home.area - part },
      ];
      expect(totals([...homes.slice(0, at), ...halves, ...homes.slice(at + 1)])).toEqual(totals(homes));
    });
  });

  it('[ROLL-5] keeps heads and area when two homes of a group are joined', () => {
    holds(estates(), (homes) => {
      const group = groupOwners(homes).find((entry) => entry.homes.length > 1);
      if (!group) return;
      const [first, second] = group.homes;
      if (!first || !second) return expect.unreachable();
      const joined = homes.flatMap((home) => {
        if (home.homeId === second.homeId) return [];
        return home.homeId === first.homeId ? [{ ...home, area: first.area + second.area }] : [home];
      });
      expect(totals(joined)).toEqual(totals(homes));
    });
  });

  it('[ROLL-4] loses one home of the developer’s and no area at each handover', () => {
    holds(picked, ([homes, at]) => {
      const home = homes[at];
      if (!home || home.holding === 'owner' || !countsAsPart(home)) return;
      const after = homes.map((one, index): RollHome => (index === at ? { ...one, holding: 'owner' } : one));
      const ofDeveloper = (list: readonly RollHome[]) =>
        groupOwners(list).find(({ developer }) => developer)?.homes.length ?? 0;
      expect(ofDeveloper(after)).toBe(ofDeveloper(homes) - 1);
      expect(totals(after).area).toBe(totals(homes).area);
    });
  });

  it('[ROLL-6] weighs a space without a basis neither among all nor in its owner’s vote', () => {
    holds(estates(), (homes) => {
      expect(groupOwners(homes)).toEqual(
        groupOwners(homes.filter(({ parkingBasis }) => parkingBasis !== 'none')),
      );
    });
  });

  it('[ROLL-11] writes the same text for the same roll in any order', () => {
    const shuffled = estates().chain((homes) =>
      fc.tuple(fc.constant(homes), fc.shuffledSubarray(homes, { minLength: homes.length }), fc.boolean()),
    );
    holds(shuffled, ([homes, other, reverse]) => {
      const turned = other.map((home) => {
        return { ...home, ownerKeys: reverse ? [...home.ownerKeys].reverse() : home.ownerKeys };
      });
      const entries = groupOwners(turned);
      expect(canonicalRoll(entries.reverse())).toBe(canonicalRoll(groupOwners(homes)));
    });
  });

  it('[ROLL-11] writes another text when anything that counts is different', () => {
    holds(picked, ([homes, at]) => {
      const home = homes[at];
      if (!home || !countsAsPart(home)) return;
      const text = (change: Partial<RollHome>) =>
        canonicalRoll(groupOwners(homes.map((one, index) => (index === at ? { ...one, ...change } : one))));
      const now = text({});
      expect(text({ area: home.area + 1 })).not.toBe(now);
      expect(text({ homeId: 'other' })).not.toBe(now);
      expect(text({ areaBasis: 'surveyed' })).not.toBe(now);
      if (home.holding === 'owner') expect(text({ ownerKeys: [...home.ownerKeys, 'new'] })).not.toBe(now);
    });
  });
});
