import fc from 'fast-check';
import type { RollHome } from '../../cloudfunctions/modules/motions/rules/roll';

/** A home of one owner, 90 m², with whatever a test changes about it. */
export function home(homeId: string, change: Partial<RollHome> = {}): RollHome {
  return {
    homeId,
    area: 9_000,
    areaBasis: 'land-register',
    parkingBasis: null,
    holding: 'owner',
    ownerKeys: [`owner-of-${homeId}`],
    namedKey: null,
    ...change,
  };
}

/** An estate in which few owners hold many homes alone, together and in overlapping sets. */
export function estates(maxLength = 20): fc.Arbitrary<RollHome[]> {
  const one = fc.record({
    area: fc.integer({ min: 1, max: 30_000 }),
    holding: fc.constantFrom<RollHome['holding'][]>('owner', 'owner', 'owner', 'unsold', 'not-handed-over'),
    parkingBasis: fc.constantFrom(null, null, 'registered', 'community-rule', 'none'),
    ownerKeys: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', '["a","b"]'), {
      minLength: 1,
      maxLength: 3,
    }),
  });
  return fc.array(one, { maxLength }).map((list) => list.map((part, index) => home(`h${index}`, part)));
}
