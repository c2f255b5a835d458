import type { Body, BodyKind } from '@contract/decision';
import type { LocalProfile } from '@contract/profile';
import type { Office } from '@contract/roles';
import { requireWhole } from './figures';

/** In whose name a body is convened. The villagers' group meets under the committee (村委会组织法 32). */
const CONVENERS: Record<Body, readonly Office[]> = {
  owners: ['owners-committee'],
  'residents-assembly': ['residents-committee'],
  'residents-delegates': ['residents-committee'],
  'villagers-assembly': ['villagers-committee'],
  'villagers-delegates': ['villagers-committee'],
  'villagers-group': ['villagers-committee'],
  yard: ['secretary', 'residents-committee', 'villagers-committee', 'owners-committee', 'building-head'],
};

/** Offices in whose name a body may be convened (PATH-6); owners without a committee follow the profile. */
export function convenersOf(
  body: Body,
  profile: LocalProfile,
  hasOwnersCommittee: boolean,
): readonly Office[] {
  if (body !== 'owners' || hasOwnersCommittee) return CONVENERS[body];
  return profile.ownersConveners;
}

export function convenerRefusal(
  body: Body,
  inTheNameOf: Office,
  profile: LocalProfile,
  hasOwnersCommittee: boolean,
): 'CONVENER_WRONG' | null {
  return convenersOf(body, profile, hasOwnersCommittee).includes(inTheNameOf) ? null : 'CONVENER_WRONG';
}

/** One way of asking that a body be called: a share of its voters counted in one manner. */
export interface CallingWay {
  by: BodyKind;
  num: number;
  den: number;
  article: string;
}

const RESIDENTS_26 = '《城市居民委员会组织法》第二十六条';
const VILLAGERS_25 = '《村民委员会组织法》第二十五条';

const CALLING: Record<Body, readonly CallingWay[]> = {
  owners: [{ by: 'owner-groups', num: 1, den: 5, article: '《物业管理条例》第十三条' }],
  'residents-assembly': [
    { by: 'persons', num: 1, den: 10, article: RESIDENTS_26 },
    { by: 'homes', num: 1, den: 10, article: RESIDENTS_26 },
    { by: 'delegates', num: 1, den: 3, article: RESIDENTS_26 },
  ],
  'residents-delegates': [{ by: 'delegates', num: 1, den: 5, article: '《城市居民委员会组织法》第二十八条' }],
  'villagers-assembly': [
    { by: 'persons', num: 1, den: 10, article: VILLAGERS_25 },
    { by: 'delegates', num: 1, den: 3, article: VILLAGERS_25 },
  ],
  'villagers-delegates': [{ by: 'delegates', num: 1, den: 5, article: '《村民委员会组织法》第三十条' }],
  'villagers-group': [],
  yard: [],
};

/** How a body can be made to meet by those who ask for it (PATH-7); empty where no rule gives that right. */
export function callingWays(body: Body): readonly CallingWay[] {
  return CALLING[body];
}

export interface CallStanding {
  needed: number;
  missing: number;
  met: boolean;
  article: string;
}

/** How many voters ask for a body to be called, of how many in all, counted in that way (PATH-7, PRO-4). */
export function callStanding(way: CallingWay, supporters: number, all: number): CallStanding {
  requireWhole(supporters, 'supporters');
  requireWhole(all, 'all');
  if (supporters > all) throw new RangeError(`more supporters than voters: ${supporters} of ${all}`);
  const needed = Math.max(1, Math.ceil((way.num * all) / way.den));
  const missing = Math.max(0, needed - supporters);
  return { needed, missing, met: missing === 0, article: way.article };
}
