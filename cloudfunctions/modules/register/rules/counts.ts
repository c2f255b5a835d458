import type { HomeDocument } from '../../members/documents';
import type { Difference, ImportCounts, ImportedHome } from '../documents';

type Counted = Pick<HomeDocument, 'use' | 'holding' | 'area' | 'parkingBasis'>;

export function countsOf(homes: readonly Counted[]): ImportCounts {
  const uses = { home: 0, shop: 0, office: 0, parking: 0 };
  const holdings = { owner: 0, unsold: 0, 'not-handed-over': 0 };
  let area = 0;
  for (const home of homes) {
    uses[home.use] += 1;
    holdings[home.holding] += 1;
    // A space that does not count is no exclusive part (ROLL-6).
    if (home.parkingBasis !== 'none') area += home.area;
  }
  return { homes: homes.length, area, uses, holdings };
}

export function differenceOf(homes: readonly Pick<ImportedHome, 'kind'>[], gone: number): Difference {
  const difference = { added: 0, changed: 0, same: 0, gone };
  for (const { kind } of homes) difference[kind] += 1;
  return difference;
}
