import { describe, expect, it } from 'vitest';
import {
  adultVoters,
  delegateVoters,
  householdVoters,
  isAdult,
} from '../../cloudfunctions/modules/motions/rules/roll-people';
import { canonicalRoll } from '../../cloudfunctions/modules/motions/rules/roll-text';

describe('persons, households, delegates', () => {
  it.each([
    ['2008-05-12', '2026-05-11', false],
    ['2008-05-12', '2026-05-12', true],
    ['2008-02-29', '2026-02-27', false],
    ['2008-02-29', '2026-02-28', true],
    ['2010-02-28', '2028-02-28', true],
    ['2008-03-01', '2026-02-28', false],
    ['2008-12-31', '2026-12-30', false],
    ['2009-01-01', '2026-12-31', false],
    ['1931-07-01', '2026-05-12', true],
    ['2026-05-12', '2026-05-12', false],
  ])('[ROLL-9] takes who was born on %s for an adult on %s: %s', (bornOn, on, adult) => {
    expect(isAdult(bornOn, on)).toBe(adult);
  });

  it('[ROLL-9] leaves who turns 18 after the freezing off the roll', () => {
    const people = [
      { person: 'b', bornOn: '2008-05-12' },
      { person: 'a', bornOn: '2008-05-13' },
    ];
    expect(adultVoters(people, '2026-05-12').map(({ namedKey }) => namedKey)).toEqual(['b']);
    expect(adultVoters(people, '2026-05-13').map(({ namedKey }) => namedKey)).toEqual(['a', 'b']);
  });

  it('[ASM-13] counts once who is listed as adult and as household representative', () => {
    const person = { person: 'a', bornOn: '1960-01-01' };
    expect(adultVoters([person, { person: 'b', bornOn: '1961-01-01' }, person], '2026-05-12')).toHaveLength(
      2,
    );
    expect(() => adultVoters([person, { ...person, bornOn: '1960-01-02' }], '2026-05-12')).toThrow(
      'two days of birth',
    );
  });

  it('[ROLL-10] gives each household one voter, represented or not', () => {
    const voters = householdVoters([
      { homeId: '2', representative: 'li' },
      { homeId: '1', representative: null },
      { homeId: '3', representative: 'li' },
    ]);
    expect(voters.map(({ voterKey, keys, kind, developer }) => [voterKey, keys, kind, developer])).toEqual([
      ['home:1', [], 'homes', false],
      ['home:2', ['li'], 'homes', false],
      ['home:3', ['li'], 'homes', false],
    ]);
    const twice = [
      { homeId: '1', representative: 'li' },
      { homeId: '1', representative: 'wang' },
    ];
    expect(() => householdVoters(twice)).toThrow('listed twice');
  });

  it('[BAL-2] gives each delegate one voter', () => {
    expect(delegateVoters(['b', 'a', 'b']).map(({ voterKey }) => voterKey)).toEqual([
      'delegate:a',
      'delegate:b',
    ]);
  });

  it('[ROLL-11] writes persons in the same order whatever order they came in', () => {
    const people = ['b', 'a', 'c'].map((person) => ({ person, bornOn: '1960-01-01' }));
    const text = canonicalRoll(adultVoters(people, '2026-05-12'));
    expect(canonicalRoll(adultVoters([...people].reverse(), '2026-05-12'))).toBe(text);
    expect(text.split('\n')[0]).toBe('["persons","person:a",["a"],"a",0,[]]');
  });
});
