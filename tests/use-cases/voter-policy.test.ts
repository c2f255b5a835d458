import { describe, expect, it } from 'vitest';
import type { Tie } from '../../cloudfunctions/kernel/person';
import type { RollEntryDocument } from '../../cloudfunctions/modules/motions/documents';
import { otherVotedCode, voterRefusal } from '../../cloudfunctions/modules/motions/policy/voter';

const entry = (changes: Partial<RollEntryDocument>): RollEntryDocument => ({
  _id: 'entry',
  rollId: 'roll',
  kind: 'owner-groups',
  voterKey: 'owners:["a","b"]',
  keys: ['a', 'b'],
  namedKey: null,
  developer: false,
  area: 9000,
  homes: [],
  label: '1号 等2套',
  homeIds: ['h1', 'h2'],
  homeLabels: ['1号', '2号'],
  ...changes,
});

const tie = (changes: Partial<Tie>): Tie => ({
  homeId: 'h1',
  label: '1号',
  path: [],
  relation: 'owner',
  ownerKey: null,
  residentKey: null,
  since: 0,
  ...changes,
});

const asked = (on: Partial<RollEntryDocument>, ...ties: Partial<Tie>[]) =>
  voterRefusal({ personId: 'p', ties: ties.map(tie) }, entry(on));

describe('who may cast the ballot of an owner group', () => {
  it('[BAL-8] is an owner of any of its homes, for all of them', () => {
    expect(asked({}, { ownerKey: 'a' })).toBeNull();
    expect(asked({}, { homeId: 'h2', relation: 'co-owner', ownerKey: 'b' })).toBeNull();
  });

  it('[BAL-5] is nobody without an accepted tie to one of its homes, whatever they own elsewhere', () => {
    expect(asked({})).toBe('NOT_ON_ROLL');
    expect(asked({}, { homeId: 'h9', ownerKey: 'a' })).toBe('NOT_ON_ROLL');
  });

  it('[ROLL-12] is nobody who owns by a key that the frozen roll does not have', () => {
    expect(asked({}, { ownerKey: 'c' })).toBe('NOT_ON_ROLL');
    expect(asked({}, { ownerKey: null })).toBe('NOT_ON_ROLL');
  });

  it('[ROLL-7] is the one whom the co-owners named, by whichever home', () => {
    expect(asked({ namedKey: 'b' }, { ownerKey: 'a' })).toBe('CO_OWNER_NAMED');
    expect(asked({ namedKey: 'b' }, { homeId: 'h2', ownerKey: 'b' })).toBeNull();
  });

  it('[BAL-11] is no tenant, and none of the household that owns nothing', () => {
    expect(asked({}, { relation: 'tenant' })).toBe('NOT_VOTER_TENANT');
    // A tenant whose tie carries an owner's key by mistake is still a tenant.
    expect(asked({}, { relation: 'tenant', ownerKey: 'a' })).toBe('NOT_VOTER_TENANT');
    expect(asked({}, { relation: 'household-member', residentKey: 'a' })).toBe('AUTHORISED_CLOSED');
    expect(asked({}, { relation: 'tenant' }, { homeId: 'h2', ownerKey: 'a' })).toBeNull();
  });

  it('[ROLL-4] is for the developer whoever speaks for its unsold homes, and no buyer yet', () => {
    const developer = { developer: true, keys: ['dev'] };
    expect(asked(developer, { ownerKey: 'dev' })).toBeNull();
    expect(asked(developer, { ownerKey: 'buyer' })).toBe('NOT_VOTER_UNHANDED');
    expect(asked(developer, { relation: 'tenant' })).toBe('NOT_VOTER_TENANT');
  });
});

describe('who may cast the ballot of a home', () => {
  const home = { kind: 'homes' as const, homeIds: ['h1'], keys: ['r1', 'a'] };

  it('[ROLL-10] is its representative, and nobody else once one is chosen', () => {
    const represented = { ...home, keys: ['r1'], namedKey: 'r1' };
    expect(asked(represented, { relation: 'household-member', residentKey: 'r1' })).toBeNull();
    expect(asked(represented, { relation: 'household-member', residentKey: 'r2' })).toBe(
      'NOT_REPRESENTATIVE',
    );
    expect(asked(represented, { ownerKey: 'a' })).toBe('NOT_REPRESENTATIVE');
  });

  it('[ROLL-10] is any adult of the frozen register where none was chosen', () => {
    expect(asked(home, { relation: 'household-member', residentKey: 'r1' })).toBeNull();
    expect(asked(home, { ownerKey: 'a' })).toBeNull();
    expect(asked(home, { relation: 'household-member', residentKey: 'child' })).toBe('NOT_ON_ROLL');
    expect(asked(home, { relation: 'tenant' })).toBe('NOT_VOTER_TENANT');
    expect(asked(home, { homeId: 'h2', ownerKey: 'a' })).toBe('NOT_ON_ROLL');
  });
});

describe('who may cast a ballot of their own', () => {
  it('[BAL-2] is the resident of the roll, by the key of one of their homes', () => {
    const person = { kind: 'persons' as const, keys: ['r1'] };
    expect(asked(person, { homeId: 'h2', relation: 'household-member', residentKey: 'r1' })).toBeNull();
    expect(asked(person, { residentKey: 'r2' })).toBe('NOT_ON_ROLL');
    expect(asked(person, { ownerKey: 'r1' })).toBe('NOT_ON_ROLL');
  });

  it('[BAL-2] is the delegate, with or without a home', () => {
    const seat = { kind: 'delegates' as const, homeIds: [], keys: ['p'] };
    expect(asked(seat)).toBeNull();
    expect(asked({ ...seat, keys: ['q'] }, { ownerKey: 'p', residentKey: 'p' })).toBe('NOT_ON_ROLL');
  });

  it('[BAL-3] finds its place taken by another person of the group, the home or the same key', () => {
    expect(otherVotedCode('owner-groups')).toBe('CO_OWNER_VOTED');
    expect(otherVotedCode('homes')).toBe('VOTER_VOTED');
    expect(otherVotedCode('persons')).toBe('VOTER_VOTED');
  });
});
