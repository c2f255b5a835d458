import { describe, expect, it } from 'vitest';
import { codeOf, normalCode } from '../../../cloudfunctions/modules/members/rules/code';
import { matchesOf, tieOf } from '../../../cloudfunctions/modules/members/rules/tie';

const owner = (key: string, name: string) => ({ key, name, proof: null });
const resident = (key: string, name: string, bornOn = '1970-01-01') => ({ key, name, bornOn });
const asEither = { asTenant: false, as: 'either' } as const;

const home = {
  owners: [owner('o1', '王桂兰')],
  residents: [resident('r1', '王桂兰'), resident('r2', '李小川'), resident('r3', '李小川', '1999-01-01')],
};

describe('who somebody is in a home', () => {
  it('finds the owner who lives there', () => {
    expect(tieOf(home, { name: '王桂兰', ...asEither })).toEqual({
      relation: 'owner',
      ownerKey: 'o1',
      residentKey: 'r1',
    });
  });

  it('calls one of several owners a co-owner', () => {
    const shared = { owners: [...home.owners, owner('o2', '赵强')], residents: [] };
    expect(tieOf(shared, { name: '赵强', ...asEither })).toMatchObject({
      relation: 'co-owner',
      ownerKey: 'o2',
    });
  });

  it('takes a member of the household for nothing more', () => {
    const single = { ...home, residents: [resident('r2', '李小川')] };
    expect(tieOf(single, { name: '李小川', ...asEither })).toEqual({
      relation: 'household-member',
      ownerKey: null,
      residentKey: 'r2',
    });
  });

  it('refuses a name that is not in the register, and an owner who is only a resident', () => {
    expect(tieOf(home, { name: '张三', ...asEither })).toBe('NAME_NOT_IN_REGISTER');
    expect(tieOf(home, { name: '李小川', asTenant: false, as: 'owner' })).toBe('NAME_NOT_IN_REGISTER');
  });

  it('asks which of two, and takes the one chosen', () => {
    expect(tieOf(home, { name: '李小川', ...asEither })).toBe('NAME_AMBIGUOUS');
    expect(tieOf(home, { name: '李小川', ...asEither, residentKey: 'r3' })).toMatchObject({
      residentKey: 'r3',
    });
  });

  it('takes no chosen key of another name', () => {
    expect(tieOf(home, { name: '李小川', ...asEither, residentKey: 'r1' })).toBe('NAME_AMBIGUOUS');
  });

  it('[MEM-10] lets a tenant in without an entry, as neither owner nor resident', () => {
    expect(tieOf(home, { name: '张三', asTenant: true, as: 'either' })).toEqual({
      relation: 'tenant',
      ownerKey: null,
      residentKey: null,
    });
  });

  it('reads names over blanks and points', () => {
    const long = { owners: [owner('o9', '阿依古丽·买买提')], residents: [] };
    expect(matchesOf(long, '阿依古丽 买买提')).toHaveLength(1);
  });

  it('tells an officer two of the same name apart by their year of birth only', () => {
    expect(matchesOf(home, '李小川').map((match) => match.bornIn)).toEqual([1970, 1999]);
  });
});

describe('a letterbox code', () => {
  it('[MEM-2] is read as people type it', () => {
    const code = codeOf(new Uint8Array([0, 31, 32, 63, 1, 2, 3, 4]));
    expect(code).toBe('2Z2Z3456');
    expect(normalCode(' 2z2z-３456 ')).toBe(code);
  });

  it.each(['', '2Z2Z345', '2Z2Z34567', '2Z2Z345O', '2Z2Z345１'])('[MEM-3] cannot be %j', (typed) => {
    expect(normalCode(typed)).toBeNull();
  });
});
