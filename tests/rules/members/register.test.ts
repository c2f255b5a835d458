import type { RegisterRow } from '@contract/register';
import { describe, expect, it } from 'vitest';
import { batchFaults, maskLabel, rowFaults } from '../../../cloudfunctions/modules/members/rules/register';

const TODAY = '2026-03-02';

const owner = { key: 'wang', name: '王桂兰', registered: true, proof: null };
const adult = { key: 'wang', name: '王桂兰', bornOn: '1952-09-20' };
const right: RegisterRow = {
  placeId: 'unit',
  label: '1栋1单元101',
  use: 'home',
  area: 8950,
  areaBasis: 'land-register',
  parkingBasis: null,
  holding: 'owner',
  owners: [owner],
  residents: [adult],
};

const faults = (changed: Partial<RegisterRow>) => Object.keys(rowFaults({ ...right, ...changed }, TODAY));

describe('a row of the register', () => {
  it('passes as it should be', () => {
    expect(faults({})).toEqual([]);
  });

  it.each([
    ['without any owner', { owners: [] }, 'owners'],
    ['with one owner twice', { owners: [owner, owner] }, 'owners'],
    ['with the name for a key', { owners: [{ ...owner, key: '王桂兰' }] }, 'owners.0.key'],
    ['unsold with two owners', { holding: 'unsold', owners: [owner, { ...owner, key: 'b' }] }, 'owners'],
  ] as const)('[ROLL-3] is refused %s', (_what, changed, field) => {
    expect(faults(changed as unknown as Partial<RegisterRow>)).toEqual([field]);
  });

  it('[ROLL-13] wants the proof of an owner who is not in the land register', () => {
    expect(faults({ owners: [{ ...owner, registered: false }] })).toEqual(['owners.0.proof']);
    expect(faults({ owners: [{ ...owner, registered: false, proof: '购房合同与交房单' }] })).toEqual([]);
  });

  it('[ROLL-7] names only one of the owners', () => {
    const proof = '共有人声明';
    expect(faults({ namedOwner: { key: 'somebody', proof } })).toEqual(['namedOwner']);
    expect(faults({ namedOwner: { key: 'wang', proof } })).toEqual([]);
  });

  it('[ROLL-6] says of a parking space, and of nothing else, whether it counts', () => {
    expect(faults({ use: 'parking' })).toEqual(['parkingBasis']);
    expect(faults({ use: 'parking', parkingBasis: 'registered' })).toEqual([]);
    expect(faults({ use: 'shop', parkingBasis: 'none' })).toEqual(['parkingBasis']);
  });

  it.each([
    ['tomorrow', '2026-03-03', ['residents.0.bornOn']],
    ['today', TODAY, []],
    ['in another century', '1899-12-31', ['residents.0.bornOn']],
  ])('takes nobody who is born %s unless it can be', (_when, bornOn, wrong) => {
    expect(faults({ residents: [{ ...adult, bornOn }] })).toEqual(wrong);
  });

  it('[MEM-11] has a representative who is registered there and of age', () => {
    expect(faults({ representativeKey: 'wang' })).toEqual([]);
    expect(faults({ representativeKey: 'nobody' })).toEqual(['representativeKey']);
    const young = { ...adult, bornOn: '2008-03-03' };
    expect(faults({ residents: [young], representativeKey: 'wang' })).toEqual(['representativeKey']);
    const eighteen = { ...adult, bornOn: '2008-03-02' };
    expect(faults({ residents: [eighteen], representativeKey: 'wang' })).toEqual([]);
  });
});

describe('a batch of rows', () => {
  it('names the row and field of each fault', () => {
    expect(Object.keys(batchFaults([right, { ...right, label: '102', owners: [] }], TODAY))).toEqual([
      'homes.1.owners',
    ]);
  });

  it('is refused with one home twice', () => {
    expect(Object.keys(batchFaults([right, right], TODAY))).toEqual(['homes.1.label']);
  });

  it('[ROLL-3] is refused with one key for two names', () => {
    const other = { ...right, label: '102', owners: [{ ...owner, name: '李明' }] };
    expect(Object.keys(batchFaults([right, other], TODAY))).toEqual(['homes.1.owners']);
    const neighbour = { ...right, label: '103', residents: [{ ...adult, name: '李明' }] };
    expect(Object.keys(batchFaults([right, neighbour], TODAY))).toEqual(['homes.1.residents']);
  });
});

it('masks the room of a home', () => {
  expect(maskLabel('3栋2单元501')).toBe('3栋2单元5**');
  expect(maskLabel('8')).toBe('**');
});
