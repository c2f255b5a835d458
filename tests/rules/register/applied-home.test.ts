import { describe, expect, it } from 'vitest';
import type { HomeDocument } from '../../../cloudfunctions/modules/members/documents';
import type { ImportedHome } from '../../../cloudfunctions/modules/register/documents';
import {
  appliedHome,
  isApplied,
  rekeyedOwners,
} from '../../../cloudfunctions/modules/register/rules/applied-home';
import { decidedKeys, withDecidedKeys } from '../../../cloudfunctions/modules/register/rules/namesakes';

const facts = {
  ...{ placeId: 'b', path: ['e', 'b', 'h'], label: '3栋501', use: 'home' as const, area: 9856 },
  ...{ areaBasis: 'contract' as const, parkingBasis: null, holding: 'owner' as const },
};
const resident = { key: 'r', name: '王芳', bornOn: '1970-01-01' };
const before: HomeDocument = {
  ...{ _id: 'h', ...facts, owners: [{ key: 'own-1', name: '王芳', proof: null }], residents: [resident] },
  ...{ namedOwnerKey: 'own-1', namedOwnerProof: '声明', representativeKey: 'r', revision: 4 },
};
const after: ImportedHome = {
  ...{ homeId: 'h', rowHomeId: 'h', row: 2, ...facts, residents: [resident], kind: 'same', changes: [] },
  owners: [{ key: 'own-1', name: '王芳', proof: null, given: false }],
};

describe('a home as a version has it', () => {
  it('[REG-9] keeps whom the home chose while the register has them, and lets them go with the name', () => {
    expect(isApplied(before, appliedHome(before, after))).toBe(true);
    const sold = {
      ...after,
      owners: [{ key: 'own-2', name: '李明', proof: null, given: false }],
      residents: [],
    };
    expect(appliedHome(before, sold)).toMatchObject({
      namedOwnerKey: null,
      namedOwnerProof: null,
      representativeKey: null,
    });
  });

  it('[REG-5] [REG-9] a first key for an owner takes along what was chosen; another key of a file is another person', () => {
    const keyed = { ...after, owners: [{ key: 'Y1', name: '王芳', proof: null, given: true }] };
    expect(appliedHome(before, keyed)).toMatchObject({ namedOwnerKey: 'Y1', namedOwnerProof: '声明' });
    expect(rekeyedOwners(before, keyed)).toEqual([{ from: 'own-1', to: 'Y1' }]);
    const other = { ...before, owners: [{ key: 'Y9', name: '王芳', proof: null }] };
    expect(rekeyedOwners(other, keyed)).toEqual([]);
  });

  it('[REG-10] a home that comes back is in the register again', () => {
    const back = appliedHome({ ...before, goneAt: 1 }, after);
    expect(back.goneAt).toBeNull();
    expect(isApplied({ ...before, goneAt: 1 }, back)).toBe(false);
  });

  it('[REG-5] one person has one key, different ones each their own, and who was one can become two', () => {
    const member = (homeId: string, key: string, known: boolean) => ({
      homeId,
      label: homeId,
      key,
      given: false,
      known,
    });
    const group = {
      name: '王芳',
      members: [member('a', 'own-a', false), member('b', 'K', true), member('c', 'K', true)],
    };
    const own = (homeId: string) => `own-${homeId}`;
    const same = decidedKeys([{ ...group, decision: 'same' }], own);
    expect([...same.values()]).toEqual(['K', 'K', 'K']);
    const apart = decidedKeys([{ ...group, decision: 'different' }], own);
    expect([...apart.values()]).toEqual(['own-a', 'K', 'own-c']);
    expect(decidedKeys([{ ...group, decision: null }], own).size).toBe(0);
    const home = withDecidedKeys(
      {
        ...after,
        homeId: 'a',
        rowHomeId: 'a',
        owners: [{ ...after.owners[0], key: 'own-a', name: '王芳', proof: null, given: false }],
      },
      same,
    );
    expect(home.owners[0]?.key).toBe('K');
  });
});
