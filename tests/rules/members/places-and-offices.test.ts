import { PLACE_KINDS } from '@contract/places';
import { OFFICES } from '@contract/roles';
import { describe, expect, it } from 'vitest';
import { giversOf, officeFits } from '../../../cloudfunctions/modules/members/rules/offices';
import { fitsUnder, holdsHomes } from '../../../cloudfunctions/modules/members/rules/tree';

const parents = (kind: (typeof PLACE_KINDS)[number]) =>
  PLACE_KINDS.filter((parent) => fitsUnder(kind, parent));

describe('the tree of places', () => {
  it.each([
    ['city', []],
    ['district', ['city']],
    ['street', ['city', 'district']],
    ['area', ['street']],
    ['community', ['street', 'area']],
    ['estate', ['community']],
    ['village-group', ['community']],
    ['park', ['street', 'area', 'community']],
    ['office-building', ['street', 'area', 'community', 'park']],
    ['building', ['community', 'estate', 'village-group', 'park']],
    ['unit', ['office-building', 'building']],
  ] as const)('[MEM-12] hangs a %s under %j and nothing else', (kind, allowed) => {
    expect(parents(kind)).toEqual(allowed);
  });

  it('[MEM-12] holds homes, shops and rooms in units, but not in a street or community itself', () => {
    expect(PLACE_KINDS.filter(holdsHomes)).toEqual([
      'estate',
      'village-group',
      'park',
      'office-building',
      'building',
      'unit',
    ]);
  });
});

describe('offices', () => {
  it.each([
    ['secretary', ['community']],
    ['street-officer', ['street', 'area']],
    ['owners-committee', ['estate', 'park', 'office-building']],
    ['building-head', ['building', 'unit']],
    ['villagers-delegate', ['community', 'village-group']],
  ] as const)('[MEM-6] has a %s only at %j', (office, kinds) => {
    expect(PLACE_KINDS.filter((kind) => officeFits(office, kind))).toEqual(kinds);
  });

  it('[MEM-8] are given by the administrator, a secretary by the street, the rest by the secretary', () => {
    expect(giversOf('administrator')).toEqual(['administrator']);
    expect(giversOf('street-officer')).toEqual(['administrator']);
    expect(giversOf('secretary')).toEqual(['administrator', 'street-officer']);
    const below = OFFICES.filter(
      (office) => !['administrator', 'street-officer', 'secretary'].includes(office),
    );
    for (const office of below) expect(giversOf(office)).toEqual(['administrator', 'secretary']);
  });
});
